"""A pose as clauses: what one would say of the figure to somebody who can't see it.

No language stands here. A clause is a key of the wording and the values that fill its gaps:
sides, and keys again. First comes what is so all the time, then what the hold changes.
"""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeAlias

from supple.domain.body import Position, Side
from supple.domain.pose import (
    PAIRED_PARTS,
    SIDED_SPOTS,
    Contact,
    Joint,
    Limb,
    Part,
    Pose,
    Posture,
    Prop,
    Spot,
)

from .arrow import marked
from .habits import HABITS, angles_said, foot_of, hand_of, stance_of
from .scene import Scene, scene_of
from .skeleton import Body, LegAngles, outward, shoulder_rotation
from .space import DOWN_PLACEHOLDER
