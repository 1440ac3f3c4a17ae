"""Settings: groups as tiles, each setting with its value, and a change with its reason."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar

from app.services.journal_care import CheckJournal, SeePlaces
from app.services.settings import CHOICES, ChangeSetting, RestartStation
from ui.presenters.address_face import AddressPage
from ui.presenters.calibrate_face import CalibratePage
from ui.presenters.phrases import Phrase, Words, phrase
from ui.presenters.rows import row_pages, rows_body
from ui.presenters.scene import Page
from ui.presenters.setting_rows import (
    GROUPS,
    device_of,
    may_change,
    rows_of,
    setting_name,
    symbol_of,
    value_words,
)
from ui.presenters.view_states import Action, ActionsView, TilesBody, TileView
from ui.presenters.words_pad import WordsPage
from ui.presenters.work_face import PlacesPage, WorkPage

if TYPE_CHECKING:
    from ui.presenters.scene import Desk, Parts, Scene

#: Why a setting is changed, and the tile's icon; the record has the code, or own words.
REASONS = (
    ("exchange", "swap-bold"),
    ("moved", "map-pin-bold"),
    ("better", "user-bold"),
    ("wrong", "arrow-counter-clockwise-bold"),
    ("trial", "lightbulb-bold"),
    ("words", "chat-text-bold"),
)
#: Groups in which nothing is set.
_TOLD = frozenset({"people", "network", "journal", "about"})
_BACK = phrase("do_it/back")
_ICON = "arrow-u-up-left-bold"


@dataclass(frozen=True, slots=True)
class SettingsPage(Page):
    """The groups."""

    verbs: ClassVar[frozenset[str]] = frozenset({"group"})
    stays: ClassVar[bool] = True

    def draw(self, scene: Scene) -> Parts:
        tiles = tuple(TileView(f"group:{g}", phrase(f"settings/{g}"), i) for g, i in GROUPS)
        body = TilesBody(phrase("settings/title"), _line(scene), tiles)
        back = Action("primary", _BACK, _ICON, "primary", "station")
        return "settings", body, ActionsView((), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        return GroupPage(argument)


@dataclass(frozen=True, slots=True)
class GroupPage(Page):
    """One group; after a change at ``changed_us``, what became of it."""

    verbs: ClassVar[frozenset[str]] = frozenset(
        {"setting", "up", "down", "groups", "restart", "journal", "retry"}
    )
    stays: ClassVar[bool] = True
    group: str
    number: int = 0
    changed_us: int = 0

    def draw(self, scene: Scene) -> Parts:
        rows = rows_of(self.group, scene)
        pages = row_pages(scene, len(rows), self.number)
        body = rows_body(phrase(f"settings/{self.group}"), self._line(scene), rows, pages)
        again: tuple[Action, ...] = ()
        if scene.state.settings.waits and may_change(scene):
            again = (Action("restart", phrase("do_it/restart"), "arrows-clockwise-bold"),)
        back = Action("primary", _BACK, _ICON, "primary", "groups")
        return f"settings.{self.group}", body, ActionsView((*again, *pages.actions()), back)

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page | None:
        match verb:
            case "setting":
                return _editor(argument, desk.scene, self)
            case "journal":
                return _journal(argument, desk, self)
            case "retry":
                desk.intents.retry_pressed()
                return self
            case "groups":
                return SettingsPage()
            case "restart":
                desk.intents.do(RestartStation())
                return None
            case _:
                pages = row_pages(desk.scene, len(rows_of(self.group, desk.scene)), self.number)
                return replace(self, number=pages.after(verb))

    def _line(self, scene: Scene) -> Words:
        if self.group in _TOLD:
            return phrase(f"settings/{self.group}/line")
        if not self.changed_us:
            return _line(scene)
        changed = scene.state.settings.changed
        if changed is None or changed.at_us < self.changed_us:
            return phrase("settings/recording")
        return phrase(
            "settings/recorded",
            setting=setting_name(changed.key),
            before=value_words(changed.key, changed.before),
            after=value_words(changed.key, changed.after),
        )


@dataclass(frozen=True, slots=True)
class ChoicePage(Page):
    """The values a setting may have, as tiles."""

    verbs: ClassVar[frozenset[str]] = frozenset({"pick", "unpicked"})
    stays: ClassVar[bool] = True
    key: str
    before: GroupPage

    def draw(self, scene: Scene) -> Parts:
        now = scene.state.settings.values.get(self.key, "")
        tiles = tuple(
            TileView(f"pick:{value}", value_words(self.key, value), symbol_of(self.key, value))
            for value in CHOICES[self.key]
            if value != now
        )
        line = phrase("settings/now", value=value_words(self.key, now))
        body = TilesBody(setting_name(self.key), line, tiles)
        return "settings.choice", body, ActionsView((_cancel("unpicked"),))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:  # noqa: ARG002
        return WhyPage(self.key, argument, self.before) if verb == "pick" else self.before


@dataclass(frozen=True, slots=True)
class WhyPage(Page):
    """Why it is changed; the tap changes it."""

    verbs: ClassVar[frozenset[str]] = frozenset({"why", "unpicked"})
    stays: ClassVar[bool] = True
    key: str
    value: str
    before: GroupPage

    def draw(self, scene: Scene) -> Parts:
        now = value_words(self.key, scene.state.settings.values.get(self.key, ""))
        line = phrase("settings/from_to", before=now, after=value_words(self.key, self.value))
        tiles = tuple(TileView(f"why:{code}", phrase(f"why/{code}"), i) for code, i in REASONS)
        body = TilesBody(phrase("settings/why", setting=setting_name(self.key)), line, tiles)
        return "settings.why", body, ActionsView((_cancel("unpicked"),))

    def tapped(self, verb: str, argument: str, desk: Desk) -> Page:
        if verb != "why":
            return self.before
        if argument == "words":
            title = phrase("settings/why", setting=setting_name(self.key))
            return WordsPage(title, then=self.change, before=self)
        return self.change(argument, desk)

    def change(self, why: str, desk: Desk) -> Page:
        desk.intents.do(ChangeSetting(self.key, self.value, why))
        return replace(self.before, changed_us=desk.scene.now_us)


def _editor(key: str, scene: Scene, before: GroupPage) -> Page:
    """The page on which ``key`` gets another value."""
    value = scene.state.settings.values.get(key, "")
    if key in CHOICES:
        return ChoicePage(key, before)
    if key == "screen.px_per_mm":
        return CalibratePage(Decimal(value), then=lambda px: WhyPage(key, px, before), back=before)
    if key.startswith("device."):
        return AddressPage(
            device_of(key), value, then=lambda url: WhyPage(key, url, before), back=before
        )
    return WordsPage(
        setting_name(key),
        then=lambda words, _desk: WhyPage(key, words, before),
        line=phrase("settings/now", value=value),
        before=before,
        least=1,
    )


def _journal(what: str, desk: Desk, before: GroupPage) -> Page:
    if what == "journal.check":
        desk.intents.do(CheckJournal())
        return WorkPage(what, desk.scene.now_us, before)
    desk.intents.do(SeePlaces())
    return PlacesPage(what, before)


def _line(scene: Scene) -> Phrase:
    if may_change(scene):
        return phrase("settings/line")
    who = scene.state.people.holders.get("change_settings")
    if not who:
        return phrase("settings/read_only")
    return phrase("settings/read_only_who", who=who)


def _cancel(verb: str) -> Action:
    return Action(verb, phrase("do_it/cancel"), "x-bold")
