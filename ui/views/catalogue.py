"""Which view draws which body; a feature adds its line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, cast

from ui.presenters.andon_face import AndonBody
from ui.presenters.calibrate_face import CalibrateBody
from ui.presenters.card_body import CardBody
from ui.presenters.critical_face import CriticalBody
from ui.presenters.defect_body import DefectBody
from ui.presenters.guard_face import GuardBody
from ui.presenters.handover_face import HandoverBody
from ui.presenters.pictures_face import PicturesBody
from ui.presenters.rows import RowsBody
from ui.presenters.spc_face import ChartBody
from ui.presenters.support_face import SupportBody
from ui.presenters.view_states import (
    BandBody,
    Body,
    HealthBody,
    IdleBody,
    NokBody,
    QueueBody,
    SignInBody,
    StepBody,
    TilesBody,
)
from ui.presenters.words_pad import WordsBody
from ui.views.andon_view import AndonView
from ui.views.band_view import BandView, NokView
from ui.views.calibrate_view import CalibrateView
from ui.views.card_view import CardView
from ui.views.critical_view import CriticalView
from ui.views.defect_view import DefectView
from ui.views.guard_view import GuardView
from ui.views.handover_view import HandoverView
from ui.views.health_view import HealthView
from ui.views.idle_view import IdleView
from ui.views.pictures_view import PicturesView
from ui.views.queue_view import QueueView
from ui.views.rows_view import RowsView
from ui.views.sign_in_view import SignInView
from ui.views.spc_view import ChartBodyView
from ui.views.step_view import StepView
from ui.views.support_view import SupportView
from ui.views.tiles_view import TilesView
from ui.views.words_view import WordsView

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from ui.theme.look import Look
    from ui.widgets.stack import ViewStack

    OnTap: TypeAlias = Callable[[str], object]


class BodyView(Protocol):
    """A widget that draws one kind of body."""

    def show_body(self, body: Any) -> None: ...  # noqa: ANN401 - its own kind of body


#: In the order in which they are built: what is needed first comes first.
VIEWS: dict[type[Body], Callable[[Look, OnTap], BodyView]] = {
    SignInBody: SignInView,
    QueueBody: QueueView,
    StepBody: StepView,
    BandBody: lambda look, _on_tap: BandView(look),
    NokBody: lambda look, _on_tap: NokView(look),
    TilesBody: TilesView,
    RowsBody: RowsView,
    CalibrateBody: CalibrateView,
    SupportBody: SupportView,
    WordsBody: WordsView,
    DefectBody: DefectView,
    CardBody: CardView,
    PicturesBody: PicturesView,
    GuardBody: GuardView,
    CriticalBody: lambda look, _on_tap: CriticalView(look),
    AndonBody: AndonView,
    HandoverBody: HandoverView,
    HealthBody: HealthView,
    ChartBody: ChartBodyView,
    IdleBody: lambda look, _on_tap: IdleView(look),
}


class Views:
    """Builds each view once: when it is first shown, or before, while nobody waits."""

    def __init__(self, look: Look, on_tap: OnTap, stack: ViewStack) -> None:
        self._look = look
        self._on_tap = on_tap
        self._stack = stack
        self._built: dict[type[Body], BodyView] = {}

    def show(self, body: Body) -> QWidget:
        """The view of ``body``, showing it."""
        view = self._view_of(type(body))
        view.show_body(body)
        return cast("QWidget", view)

    def build_one(self) -> bool:
        """Build the next view ahead of its use; False when all are there."""
        missing = next((kind for kind in VIEWS if kind not in self._built), None)
        if missing is None:
            return False
        self._view_of(missing)
        return True

    def _view_of(self, kind: type[Body]) -> BodyView:
        found = self._built.get(kind)
        if found is None:
            found = self._built[kind] = VIEWS[kind](self._look, self._on_tap)
            self._stack.addWidget(cast("QWidget", found))
        return found
