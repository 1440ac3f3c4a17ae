"""The UCUM units an instruction may use, and what people write instead."""

from __future__ import annotations

#: Spelled as the drivers report them: a value in another unit than its limits never counts.
TORQUE = (
    *("N.m", "cN.m", "mN.m", "kN.m", "N.cm", "N.mm", "kN.mm", "kgf.m", "kgf.cm", "kgf.mm"),
    *("[lbf_av].[ft_i]", "[lbf_av].[in_i]", "[oz_av].[g].[in_i]"),
)
ANGLE = ("deg", "rad")
OTHER = (
    *("m", "cm", "mm", "um", "nm", "[in_i]", "[ft_i]", "'", "''"),
    *("N", "kN", "mN", "kgf", "[lbf_av]", "N/mm"),
    *("kg", "g", "mg", "t", "[lb_av]", "[oz_av]", "[car_m]"),
    *("s", "ms", "min", "h", "Hz", "kHz", "/min", "Cel", "K", "[degF]"),
    *("Pa", "kPa", "MPa", "bar", "mbar", "[psi]", "L", "mL", "L/min", "mL/min", "mm2", "mm3"),
    *("V", "mV", "A", "mA", "uA", "W", "kW", "Ohm", "kOhm", "MOhm", "J", "F", "H"),
    *("%", "1", "dB", "dB[SPL]", "m/s", "m/s2", "mm/s", "lx"),
)
UNITS = (*TORQUE, *ANGLE, *OTHER)

#: Common spelling → the UCUM code.
MEANT = {
    "Nm": "N.m",
    "N·m": "N.m",
    "N*m": "N.m",
    "Ncm": "N.cm",
    "cNm": "cN.m",
    "ft·lb": "[lbf_av].[ft_i]",
    "ft-lb": "[lbf_av].[ft_i]",
    "ftlb": "[lbf_av].[ft_i]",
    "in-lb": "[lbf_av].[in_i]",
    "inlb": "[lbf_av].[in_i]",
    "lbf·ft": "[lbf_av].[ft_i]",
    "lbf·in": "[lbf_av].[in_i]",
    "[ft_i].[lbf_av]": "[lbf_av].[ft_i]",
    "[in_i].[lbf_av]": "[lbf_av].[in_i]",
    "°": "deg",
    "grad": "deg",
    "degree": "deg",
    "degrees": "deg",
    "µm": "um",
    "μm": "um",
    "in": "[in_i]",
    "inch": "[in_i]",
    "°C": "Cel",
    "C": "Cel",
    "degC": "Cel",
    "°F": "[degF]",
    "psi": "[psi]",
    "lb": "[lb_av]",
    "lbs": "[lb_av]",
    "oz": "[oz_av]",
    "l": "L",
    "ml": "mL",
    "rpm": "/min",
    "1/min": "/min",
    "sec": "s",
    "pcs": "1",
    "Ω": "Ohm",
    "ohm": "Ohm",
}
