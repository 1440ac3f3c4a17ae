"""The UCUM units an instruction may use, and what people write instead."""

from __future__ import annotations

TORQUE = ("N.m", "cN.m", "mN.m", "kN.m", "[ft_i].[lbf_av]", "[in_i].[lbf_av]")
ANGLE = ("deg", "rad")
OTHER = (
    *("m", "cm", "mm", "um", "nm", "[in_i]", "[ft_i]", "'", "''"),
    *("N", "kN", "[lbf_av]", "N/mm", "kg", "g", "mg", "t", "[lb_av]", "[oz_av]"),
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
    "Ncm": "cN.m",
    "cNm": "cN.m",
    "ft·lb": "[ft_i].[lbf_av]",
    "ft-lb": "[ft_i].[lbf_av]",
    "ftlb": "[ft_i].[lbf_av]",
    "in-lb": "[in_i].[lbf_av]",
    "inlb": "[in_i].[lbf_av]",
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
