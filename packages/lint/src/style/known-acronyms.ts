/** Acronyms that a reader of French knows better than what they stand for, and names that are written in capitals. */
export const KNOWN_ACRONYMS: ReadonlySet<string> = new Set(
  (
    'ONU UE OTAN UNESCO UNICEF OMS USA US UK URSS RU RDC PME TPE TVA SMIC CDI CDD HLM BTP ONG SNCF RATP EDF GDF RER TGV SMS MMS GPS USB PDF CD DVD TV VHS ' +
    'ADN ARN VIH SIDA IRM IVG PMA COVID QR BD ISBN ISSN CV RH DRH PDG IA VTT BTS BEP CAP CGT CFDT CFTC CFE SUD FO FSU PS PCF LFI RN LR MODEM FN IBM BBC CNN ARTE TF1 ' +
    'SFR IKEA FAQ OK SOS HS PS NB WC ZAD SUV OVNI RTT CRS GIGN JO CB RIB IBAN SAV TTC HT PIB RIC ISF CSG RSA SAMU WIFI CAF OCDE ADSL FM AM URL ISO VPN PC IP HTML RAM GIF JPEG ODT EPUB CSV'
  ).split(' '),
)

/** Symbols of units, which are no acronyms. */
export const UNIT_SYMBOLS: ReadonlySet<string> = new Set(
  'MW GW TW MA GA KO MO GO TO MB GB TB KB MHZ GHZ MWH GWH TWH KWH DB HA VA MVA EUR USD GT MT'.split(' '),
)
