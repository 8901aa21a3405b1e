"""Which states meet at a border, so that people near one see both sides. Corners count as well."""

_WEST = {
    "AZ": "CA CO NM NV UT",
    "CA": "AZ NV OR",
    "CO": "AZ KS NE NM OK UT WY",
    "ID": "MT NV OR UT WA WY",
    "MT": "ID ND SD WY",
    "NM": "AZ CO OK TX UT",
    "NV": "AZ CA ID OR UT",
    "OR": "CA ID NV WA",
    "UT": "AZ CO ID NM NV WY",
    "WA": "ID OR",
    "WY": "CO ID MT NE SD UT",
}
_MIDDLE = {
    "IA": "IL MN MO NE SD WI",
    "IL": "IA IN KY MO WI",
    "IN": "IL KY MI OH",
    "KS": "CO MO NE OK",
    "MI": "IN OH WI",
    "MN": "IA ND SD WI",
    "MO": "AR IA IL KS KY NE OK TN",
    "ND": "MN MT SD",
    "NE": "CO IA KS MO SD WY",
    "OH": "IN KY MI PA WV",
    "SD": "IA MN MT ND NE WY",
    "WI": "IA IL MI MN",
}
_SOUTH = {
    "AL": "FL GA MS TN",
    "AR": "LA MO MS OK TN TX",
    "DC": "MD VA",
    "DE": "MD NJ PA",
    "FL": "AL GA",
    "GA": "AL FL NC SC TN",
    "KY": "IL IN MO OH TN VA WV",
    "LA": "AR MS TX",
    "MD": "DC DE PA VA WV",
    "MS": "AL AR LA TN",
    "NC": "GA SC TN VA",
    "OK": "AR CO KS MO NM TX",
    "SC": "GA NC",
    "TN": "AL AR GA KY MO MS NC VA",
    "TX": "AR LA NM OK",
    "VA": "DC KY MD NC TN WV",
    "WV": "KY MD OH PA VA",
}
_NORTHEAST = {
    "CT": "MA NY RI",
    "MA": "CT NH NY RI VT",
    "ME": "NH",
    "NH": "MA ME VT",
    "NJ": "DE NY PA",
    "NY": "CT MA NJ PA VT",
    "PA": "DE MD NJ NY OH WV",
    "RI": "CT MA",
    "VT": "MA NH NY",
}
_BORDERS = {**_WEST, **_MIDDLE, **_SOUTH, **_NORTHEAST}


def next_door(usps: str) -> list[str]:
    """The states that one can walk into from this one; none for Alaska, Hawaii and the territories."""
    return _BORDERS.get(usps, "").split()
