"""A body's position, its movements, and its two sides."""

from enum import StrEnum


class Side(StrEnum):
    LEFT = "left"
    RIGHT = "right"

    @property
    def other(self) -> "Side":
        return Side.RIGHT if self is Side.LEFT else Side.LEFT


class Position(StrEnum):
    """How the body lies, kneels, sits or stands, from the floor up."""

    SUPINE = "supine"
    SIDE_LYING = "side-lying"
    PRONE = "prone"
    HANDS_AND_KNEES = "hands-and-knees"
    KNEELING = "kneeling"
    SEATED = "seated"
    STANDING = "standing"


class Movement(StrEnum):
    """What the spine or body does; cautions are called for by it."""

    BEND_FORWARD = "bend-forward"
    BEND_BACK = "bend-back"
    TWIST = "twist"
    SIDE_BEND = "side-bend"
    KNEEL = "kneel"
    HEAD_DOWN = "head-down"
    BALANCE = "balance"
    BEND_HIP = "bend-hip"
