/** Symbols as they are often written, and as they are. */
export const ODD_UNITS: Readonly<Record<string, string>> = Object.fromEntries(
  'Kg kg Kgs kg kgs kg Km/h km/h km/H km/h Km km Kms km kms km kmh km/h Kmh km/h Kwh kWh kwh kWh KWh kWh Mwh MWh mn min hrs h m2 m² m3 m³ km2 km² cm2 cm² cm3 cm³'
    .match(/\S+ \S+/g)
    ?.map((both) => both.split(' ')) ?? [],
)

/**
 * Symbols that take a no-break space after a number, longest first, for use inside a regular
 * expression.
 */
export const UNITS =
  'Kgs?|kgs|Km/h|km/H|Kms?|kms|[Kk]mh|[Kk]wh|KWh|Mwh|mn|hrs|cm2|cm3|kbit/s|Mbit/s|Gbit/s|TWh|GWh|MWh|kWh|Wh|TW|GW|MW|kW|W|THz|GHz|MHz|kHz|Hz|Po|To|Go|Mo|ko|km²|km2|km|cm²|cm|mm|dm|m²|m³|m2|m3|m|kg|mg|g|Gt|Mt|kt|t|ha|cl|ml|l|L|EUR|CHF|dB|°C|°F|min|h|s'

/**
 * Those that are units even when written against the number: `24h` and `3D` may be names, a square
 * or a cube is none.
 */
export const GLUED_UNITS =
  'Kg|Km|KWh|kwh|m2|m3|TWh|GWh|MWh|kWh|GHz|MHz|Go|Mo|km²|km|cm²|cm|mm|m²|m³|kg|ha|°C|°F'

/** Nouns after which a number counts a quantity, so that its digits are grouped. */
export const QUANTITY_NOUNS =
  'euros?|dollars?|tonnes?|kilomètres?|mètres?|hectares?|litres?|heures?|watts?|kilowattheures?'
