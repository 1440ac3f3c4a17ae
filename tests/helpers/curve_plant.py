"""Torque curves of a bolted joint with planted faults, by the mechanics of a screw.

Knows nothing of how the product reads curves.  Torque is clamp force times what thread pitch,
thread friction and head friction make of it, with the torque of turning the free screw added.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import dataclass, replace

#: An M8 screw: pitch, pitch radius and head radius in mm.
PITCH_MM, THREAD_MM, HEAD_MM = 1.25, 3.6, 5.4
TARGET_NM = 25.0
RUN_DOWN_DEG = 720.0
ANGLE_LIMIT_DEG = 1500.0
STEP_DEG = 1.0
#: What lies under the head, and what it is without: M8 washers are 1.6 mm thick.
WASHER_MM = 1.6


@dataclass(frozen=True, slots=True)
class Joint:
    """One screw in its hole; stiffness in kN/mm, torques in N·m, angles in degrees."""

    stiffness: float
    friction: float
    idle_nm: float
    seat_deg: float = RUN_DOWN_DEG
    bedding_mm: float = 0.02
    stop_nm: float = TARGET_NM
    stop_deg: float = ANGLE_LIMIT_DEG
    #: Torque that comes on top before the head seats, growing from the first thread on.
    jam_nm: float = 0.0
    #: Clamp force at which the thread gives way (kN), and how much of it is lost each degree.
    yield_kn: float = math.inf
    loss_a_deg: float = 0.0
    #: Height (share of torque) and length of the jumps of a sticking joint.
    stick: float = 0.0
    stick_deg: float = 6.0


@dataclass(frozen=True, slots=True)
class Planted:
    """A curve and the truth about it; "ok" is a good one."""

    truth: str
    angle_deg: tuple[float, ...]
    torque_nm: tuple[float, ...]


def good_joint(chance: random.Random) -> Joint:
    return Joint(
        stiffness=90 * chance.gauss(1, 0.03),
        friction=0.13 * chance.gauss(1, 0.04),
        idle_nm=chance.uniform(0.3, 0.8),
        seat_deg=chance.gauss(RUN_DOWN_DEG, 15),
        stop_nm=TARGET_NM * chance.gauss(1, 0.008),
    )


def cross_threaded(joint: Joint, chance: random.Random) -> Joint:
    """It bites at once and jams before the head is down."""
    return replace(
        joint,
        jam_nm=chance.uniform(4, 9),
        seat_deg=joint.seat_deg * chance.uniform(0.3, 0.75),
        stiffness=joint.stiffness * chance.uniform(1.0, 2.0),
    )


def stripped(joint: Joint, chance: random.Random) -> Joint:
    """The thread gives way between a third and nine tenths of the target."""
    force_kn = TARGET_NM / _nm_of_kn(joint) * chance.uniform(0.35, 0.9)
    turned = joint.seat_deg + chance.uniform(150, 400)
    return replace(joint, yield_kn=force_kn, loss_a_deg=chance.uniform(0, 0.006), stop_deg=turned)


def hit_again(joint: Joint, chance: random.Random) -> Joint:
    """It is tight already: only what the socket and the screw twist."""
    return replace(joint, seat_deg=0.0, bedding_mm=0.0, stiffness=chance.uniform(900, 2000))


def without_washer(joint: Joint, chance: random.Random) -> Joint:
    """The head has further to go, on a stiffer, rougher seat."""
    further = WASHER_MM / PITCH_MM * 360
    return replace(
        joint,
        seat_deg=joint.seat_deg + further * chance.gauss(1, 0.05),
        stiffness=joint.stiffness * chance.uniform(1.1, 1.3),
    )


def wrong_washer(joint: Joint, chance: random.Random) -> Joint:
    """A spring washer in place of a plain one: half as stiff until it is flat."""
    softer = chance.uniform(0.35, 0.6)
    return replace(joint, stiffness=joint.stiffness * softer, bedding_mm=0.08)


def without_screw(joint: Joint, chance: random.Random) -> Joint:
    return replace(joint, seat_deg=math.inf, idle_nm=chance.uniform(0.05, 0.2))


def sticking(joint: Joint, chance: random.Random) -> Joint:
    return replace(joint, stick=chance.uniform(0.06, 0.15), stick_deg=chance.uniform(4, 9))


#: Each fault, and what it does to a good joint.
FAULTS: dict[str, Callable[[Joint, random.Random], Joint]] = {
    "cross_thread": cross_threaded,
    "stripped": stripped,
    "re_hit": hit_again,
    "missing_washer": without_washer,
    "wrong_washer": wrong_washer,
    "no_screw": without_screw,
    "stick_slip": sticking,
}


def planted(truth: str, chance: random.Random) -> Planted:
    """One tightening of a joint with the fault ``truth``, or of a good one."""
    joint = good_joint(chance)
    if truth != "ok":
        joint = FAULTS[truth](joint, chance)
    return tightened(truth, joint, chance)


def tightened(truth: str, joint: Joint, chance: random.Random) -> Planted:
    """Turned until target torque or the angle limit."""
    angles, torques = [], []
    angle, phase = 0.0, chance.uniform(0, 1)
    stop_deg = min(joint.stop_deg, joint.seat_deg + ANGLE_LIMIT_DEG, 2 * ANGLE_LIMIT_DEG)
    while angle <= stop_deg:
        torque = _torque_nm(joint, angle)
        torque *= 1 - joint.stick * ((angle / joint.stick_deg + phase) % 1)
        torque += chance.gauss(0, 0.02 + 0.002 * torque)
        if angle < 3:  # the motor starts
            torque += chance.uniform(0, 1.5)
        angles.append(angle)
        torques.append(round(torque, 3))
        if torque >= joint.stop_nm:
            break
        # Samples come by angle where it is fast and closer together where torque rises.
        angle += STEP_DEG if torque < 0.1 * TARGET_NM else STEP_DEG / 4
    return Planted(truth, tuple(angles), tuple(torques))


def _torque_nm(joint: Joint, angle: float) -> float:
    free = joint.idle_nm * (1 + 0.2 * math.sin(math.radians(angle)))
    if joint.jam_nm:
        free += joint.jam_nm * min(1.0, angle / (0.7 * joint.seat_deg))
    return free + _nm_of_kn(joint) * _force_kn(joint, angle)


def _force_kn(joint: Joint, angle: float) -> float:
    """Bedding in first, then in proportion; less and less once the thread gave way."""
    way_mm = (angle - joint.seat_deg) / 360 * PITCH_MM
    if way_mm <= 0:
        return 0.0
    force = joint.stiffness * _bedded(way_mm, joint.bedding_mm)
    if force <= joint.yield_kn:
        return force
    beyond_deg = (force - joint.yield_kn) / joint.stiffness / PITCH_MM * 360
    return max(0.1 * joint.yield_kn, joint.yield_kn * (1 - joint.loss_a_deg * beyond_deg))


def _bedded(way_mm: float, bedding_mm: float) -> float:
    if way_mm < bedding_mm:
        return way_mm * way_mm / (2 * bedding_mm)
    return way_mm - bedding_mm / 2


def _nm_of_kn(joint: Joint) -> float:
    """Torque that one kN of clamp force asks for (VDI 2230, equation for M_A)."""
    thread = PITCH_MM / (2 * math.pi) + joint.friction * THREAD_MM / math.cos(math.radians(30))
    return thread + joint.friction * HEAD_MM
