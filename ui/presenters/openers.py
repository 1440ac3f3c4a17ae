"""Which button opens which page; a feature adds its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.handover import LookAtHandover, PrepareHandover
from app.services.idle import Present
from app.services.material import UndoScan
from app.services.scan_routing import UnitIsHere
from app.services.sign_in import AskTrainer
from app.services.sign_off import CancelSignature
from app.services.snapshots import TakeSnapshot
from ui.presenters.andon_face import call_page
from ui.presenters.broadcast_face import write_page
from ui.presenters.bypass_face import BypassPage, use_page
from ui.presenters.card_face import card_page
from ui.presenters.card_worked import WORKED
from ui.presenters.choice_faces import ProblemPage, redo_of, redo_of_the_last
from ui.presenters.danger_face import SafePage
from ui.presenters.defect_face import defect_page
from ui.presenters.disposition_face import DispositionPage, rework_page
from ui.presenters.evidence_face import evidence_page
from ui.presenters.forms_face import checks_page, line_failed_page
from ui.presenters.health_face import StationPage
from ui.presenters.keys_face import KeysPage
from ui.presenters.language_face import LanguagePage
from ui.presenters.line_calls_face import LineCallsPage
from ui.presenters.material_face import StockPage, not_there_page, parts_page, type_page
from ui.presenters.missing_face import missing_page
from ui.presenters.open_defects_face import DefectsPage
from ui.presenters.pictures_face import pictures_page
from ui.presenters.records_face import records_page
from ui.presenters.results_face import ResultsPage
from ui.presenters.settings_face import SettingsPage
from ui.presenters.situations_face import SituationsPage
from ui.presenters.skip_face import skip_page
from ui.presenters.spc_face import chart_page
from ui.presenters.stops_face import StopsPage
from ui.presenters.waiting_face import WaitingPage

if TYPE_CHECKING:
    from collections.abc import Callable

    from app.services.acts import Act
    from ui.presenters.scene import Page, Scene

#: By verb: what the button's argument opens in this moment; None opens nothing.
OPENERS: dict[str, Callable[[str, Scene], Page | None]] = {
    "help": call_page,
    "call": call_page,
    "line_calls": lambda _argument, _scene: LineCallsPage(),
    "write": write_page,
    "stops": lambda _argument, _scene: StopsPage(),
    "problem": lambda _argument, _scene: ProblemPage(),
    "defect": defect_page,
    "defects": lambda _argument, _scene: DefectsPage(),
    "why": card_page,
    "situations": lambda _argument, _scene: SituationsPage(),
    "safe": lambda _argument, _scene: SafePage(),
    "station": lambda _argument, _scene: StationPage(),
    "records": records_page,
    "chart": chart_page,
    "settings": lambda _argument, _scene: SettingsPage(),
    "results": lambda _argument, _scene: ResultsPage(),
    "languages": lambda _argument, _scene: LanguagePage(),
    "keys": lambda _argument, _scene: KeysPage(),
    "step_back": lambda _argument, scene: redo_of_the_last(scene),
    "rail": redo_of,
    "missing": missing_page,
    "parts": parts_page,
    "stock": lambda _argument, _scene: StockPage(),
    "not_there": not_there_page,
    "type_label": type_page,
    "skip": skip_page,
    "evidence": evidence_page,
    "picture": lambda _argument, scene: pictures_page("", scene),
    "spot": pictures_page,
    "checks": checks_page,
    "line_failed": line_failed_page,
    "waiting_units": lambda _argument, _scene: WaitingPage(),
    "decide": lambda serial, _scene: DispositionPage(serial),
    "rework": rework_page,
    "bypass": lambda _argument, _scene: BypassPage(),
    "use_bypass": use_page,
}

#: By verb: what a button does that says all by itself.
PLAIN_ACTS: dict[str, Act] = {
    **WORKED,
    "undo_scan": UndoScan(),
    "is_here": UnitIsHere(),
    "trainer": AskTrainer(),
    "compare": TakeSnapshot(),
    "cancel_sign": CancelSignature(),
    "wake": Present(),
    "handover": PrepareHandover(),
    "take_over": LookAtHandover(),
}
