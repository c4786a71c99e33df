/** Symbols that take a no-break space after a number, longest first, for use inside a regular expression. */
export const UNITS =
  'kbit/s|Mbit/s|Gbit/s|TWh|GWh|MWh|kWh|Wh|TW|GW|MW|kW|W|THz|GHz|MHz|kHz|Hz|Po|To|Go|Mo|ko|km²|km2|km|cm²|cm|mm|dm|m²|m³|m2|m3|m|kg|mg|g|Gt|Mt|kt|t|ha|cl|ml|l|L|EUR|CHF|dB|°C|°F|min|h|s'

/** Those that are units even when written against the number: `24h` and `3D` may be names, a square or a cube is none. */
export const GLUED_UNITS = 'TWh|GWh|MWh|kWh|GHz|MHz|Go|Mo|km²|km|cm²|cm|mm|m²|m³|kg|ha|°C|°F'

/** Nouns after which a number counts a quantity, so that its digits are grouped. */
export const QUANTITY_NOUNS = 'euros?|dollars?|tonnes?|kilomètres?|mètres?|hectares?|litres?|heures?|watts?|kilowattheures?'
