"""How a body is built, in fractions of its stature.

Legs, feet and masses: Drillis and Contini, 'Body Segment Parameters' (1966), as tabled by
Winter, 'Biomechanics and Motor Control of Human Movement'. Arms are a little shorter in the hand
and the trunk is split where it bends; widths are drawn from life, for an adult of medium build.
"""

from dataclasses import dataclass
from typing import Final

FOOT_HEIGHT: Final = 0.039
TIPTOE: Final = 35.0
"""How far a foot points down, in degrees, whose heel is up."""
TIPTOE_HEIGHT: Final = 0.0915
"""How high its ankle is then."""
SHANK: Final = 0.246
THIGH: Final = 0.245
PELVIS: Final = 0.060
LUMBAR: Final = 0.105
THORAX: Final = 0.150
NECK: Final = 0.052
HEAD: Final = 0.130
UPPER_ARM: Final = 0.172
FOREARM: Final = 0.157
ARM: Final = UPPER_ARM + FOREARM
HAND: Final = 0.090
GRIP: Final = 0.062
"""A hand whose fingers are closed round something."""
HIP_HALF: Final = 0.052
SHOULDER_HALF: Final = 0.105
SHOULDER_DROP: Final = 0.034
"""From the top of the spine down to the middle of the shoulder."""
SHOULDER_GLIDE: Final = 0.035
"""How far the shoulder blade follows a reaching arm."""

CENTIMETRES: Final = 170.0
"""One stature, where a problem tells a length."""

MASS: Final = {
    "trunk": 0.497,
    "head": 0.081,
    "upper arm": 0.028,
    "forearm": 0.016,
    "hand": 0.006,
    "thigh": 0.100,
    "shank": 0.0465,
    "foot": 0.0145,
}


@dataclass(frozen=True, slots=True)
class Section:
    """A cut across a segment: where along it (0 to 1) and half its width to each side."""

    at: float
    front: float
    back: float
    side: float


THIGH_SECTIONS: Final = (
    Section(0.0, 0.052, 0.056, 0.052),
    Section(0.25, 0.051, 0.053, 0.051),
    Section(0.55, 0.043, 0.043, 0.044),
    Section(0.85, 0.034, 0.032, 0.035),
    Section(1.0, 0.033, 0.030, 0.033),
)
SHANK_SECTIONS: Final = (
    Section(0.0, 0.033, 0.030, 0.033),
    Section(0.18, 0.028, 0.036, 0.034),
    Section(0.36, 0.025, 0.039, 0.034),
    Section(0.65, 0.021, 0.027, 0.027),
    Section(0.92, 0.0185, 0.019, 0.020),
    Section(1.0, 0.0185, 0.019, 0.019),
)
UPPER_ARM_SECTIONS: Final = (
    Section(0.0, 0.034, 0.034, 0.034),
    Section(0.3, 0.030, 0.031, 0.031),
    Section(0.7, 0.025, 0.027, 0.026),
    Section(1.0, 0.0225, 0.0235, 0.023),
)
FOREARM_SECTIONS: Final = (
    Section(0.0, 0.0225, 0.0235, 0.023),
    Section(0.25, 0.025, 0.0245, 0.025),
    Section(0.7, 0.0185, 0.018, 0.019),
    Section(1.0, 0.0155, 0.0155, 0.017),
)
HAND_SECTIONS: Final = (
    Section(0.0, 0.0150, 0.0150, 0.0165),
    Section(0.35, 0.0165, 0.0150, 0.022),
    Section(0.7, 0.0140, 0.0130, 0.020),
    Section(1.0, 0.0090, 0.0090, 0.013),
)
NECK_SECTIONS: Final = (
    Section(0.0, 0.036, 0.036, 0.040),
    Section(0.5, 0.030, 0.031, 0.032),
    Section(1.0, 0.029, 0.031, 0.031),
)
TRUNK_SECTIONS: Final = (
    Section(-0.60, 0.026, 0.034, 0.058),
    Section(-0.22, 0.044, 0.056, 0.086),
    Section(0.35, 0.053, 0.067, 0.091),
    Section(0.9, 0.054, 0.061, 0.087),
    Section(1.35, 0.055, 0.052, 0.078),
    Section(1.75, 0.056, 0.052, 0.079),
    Section(2.15, 0.060, 0.058, 0.087),
    Section(2.5, 0.063, 0.064, 0.098),
    Section(2.8, 0.052, 0.062, 0.098),
    Section(3.0, 0.034, 0.048, 0.066),
)
"""The trunk along its own measure: 0 to 1 the pelvis, from the hips up, 1 to 2 the lumbar spine,
2 to 3 the thorax."""

WAISTBAND: Final = 1.10
"""Where the shirt ends and the trousers begin, on the trunk's measure."""
SLEEVE_END: Final = 0.62
"""How far down the upper arm the sleeve reaches."""
TROUSER_END: Final = 0.84
"""How far down the shank the trousers reach."""
BUTTOCK: Final = 0.060
"""Half the width of the ball that joins thigh and pelvis."""

SEAT_HEIGHT: Final = SHANK + FOOT_HEIGHT - 0.060
"""A chair that fits: feet flat, knees square, thighs level."""
STEP_HEIGHT: Final = 0.24
BED_HEIGHT: Final = 0.32
