"""The station's sync: lanes on the I/O loop that push, pull, carry blobs and keep watch."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from typing import TYPE_CHECKING

import httpx

from app.domain.errors import InvalidInput
from sync.back_off import BackOff
from sync.blobs import BlobTransfer
from sync.branch_lane import BranchTransfer
from sync.clock_offset import ClockOffset, Sample
from sync.feed_lane import Downlink
from sync.lane import Lane
from sync.link import PlantLink
from sync.push_lane import Uplink
from sync.push_message import PushWriter
from sync.status import StatusBoard
from sync.unit_lookup import UnitLookup

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from pathlib import Path

    from app.domain.errors import EnvironmentFault
    from app.ports.clock import Clock
    from app.ports.journal import Blobs
    from app.ports.sync import Document, OnSyncStatus, Outbox, SyncStatus
    from sync.identity import Enrolment, Identity


@dataclass(frozen=True, slots=True)
class Pace:
    """How eager sync is, in seconds."""

    flush_idle_s: float = 0.2
    feed_wait_s: int = 25
    first_back_off_s: float = 0.5
    back_off_cap_s: float = 60.0
    watch_s: float = 5.0


def open_http(server_url: str, *, ca_file: Path | None = None) -> httpx.AsyncClient:
    """A client for the plant's server.

    The server is on the plant's own network: proxies named by the environment are not used.
    ``ca_file`` holds the certificate of the plant's own authority.

    Raises:
        InvalidInput: ``ca_file`` cannot be read or is no certificate.
    """
    verify = _trusting(ca_file) if ca_file else True
    timeout = httpx.Timeout(connect=5, read=20, write=20, pool=20)
    return httpx.AsyncClient(base_url=server_url, timeout=timeout, verify=verify, trust_env=False)


def _trusting(ca_file: Path) -> ssl.SSLContext:
    try:
        return ssl.create_default_context(cafile=ca_file)
    except OSError as error:  # what ssl raises is one, too
        why = "it is no certificate" if isinstance(error, ssl.SSLError) else error.strerror
        msg = f"{ca_file}: the plant's certificate cannot be used: {why}; expected a PEM file"
        raise InvalidInput(msg) from error


class SyncClient:
    """Runs until cancelled; everything it knows is in the journal, so it may die at any time.

    Without an enrolment it only tells how much is waiting.  ``random`` gives 0 up to 1.
    ``on_documents`` hears of applied documents, with an empty sequence after a snapshot.
    """

    def __init__(
        self,
        *,
        outbox: Outbox,
        blobs: Blobs,
        identity: Identity,
        enrolment: Enrolment | None,
        http: httpx.AsyncClient,
        clock: Clock,
        random: Callable[[], float],
        on_status: OnSyncStatus,
        on_documents: Callable[[Sequence[Document]], None] = lambda _: None,
        pace: Pace | None = None,
    ) -> None:
        self._outbox = outbox
        self._enrolment = enrolment
        self._clock = clock
        self._random = random
        self._on_status = on_status
        self._on_documents = on_documents
        self._pace = pace or Pace()
        self._offset = ClockOffset()
        self._told_clock: tuple[str, int | None] | None = None
        self._told_status: SyncStatus | None = None
        self._board = StatusBoard(enrolment.server_url if enrolment else None)
        link = PlantLink(http, identity, self._answered)
        #: Asks the plant for the record of a unit; None before the enrolment.
        self.units = None if enrolment is None else UnitLookup(link, enrolment.plant_key)
        writer = PushWriter(identity, clock)
        self._uplink = Uplink(
            outbox=outbox,
            link=link,
            identity=identity,
            writer=writer,
            clock=clock,
            on_sample=self._measured,
        )
        branch = BranchTransfer(outbox=outbox, link=link, writer=writer)
        downlink = Downlink(
            outbox=outbox,
            link=link,
            clock=clock,
            wait_s=self._pace.feed_wait_s,
            on_documents=self._documents_came,
            on_sample=self._measured,
        )
        self._transfer = BlobTransfer(
            outbox=outbox,
            blobs=blobs,
            link=link,
            clock=clock,
            is_behind=lambda: self._uplink.is_behind,
        )
        self._push = self._lane("push", self._uplink.step)
        self._branch = self._lane("branch", branch.step)
        self._feed = self._lane("feed", downlink.step)
        self._blobs = self._lane("blobs", self._transfer.step)
        self._watch = self._lane("watch", self._look)

    async def run(self) -> None:
        """Sync until cancelled.

        Whoever records before this runs begins the enrolment's epoch first: what is recorded
        under an epoch that the server has closed stays at the station.

        Raises:
            StorageFault: the journal could not take the epoch it is enrolled under.
        """
        lanes = [self._watch]
        if self._enrolment is not None:
            await self._outbox.begin_epoch(self._enrolment.epoch)
            lanes += [self._push, self._branch, self._feed, self._blobs]
        self._outbox.on_append(self._appended)
        async with asyncio.TaskGroup() as group:
            for lane in lanes:
                group.create_task(lane.run(), name=f"sync {lane.name}")

    def kick(self) -> None:
        """Try everything again now: the network came back, or a person asks."""
        self._uplink.ask_again()
        self._transfer.look_again()
        self._kick_all()

    def _kick_all(self, *, but: str = "") -> None:
        for lane in (self._push, self._branch, self._feed, self._blobs, self._watch):
            if lane.name != but:
                lane.kick()

    def _lane(self, name: str, step: Callable[[], Awaitable[float | None]]) -> Lane:
        back_off = BackOff(
            self._random, first_s=self._pace.first_back_off_s, cap_s=self._pace.back_off_cap_s
        )
        return Lane(
            name, step, back_off=back_off, settle_s=self._pace.flush_idle_s, report=self._reported
        )

    def _appended(self) -> None:
        self._push.nudge()
        self._branch.nudge()
        self._watch.nudge()

    def _documents_came(self, documents: Sequence[Document]) -> None:
        # A new generation is the uplink's business too, and instructions name blobs.
        self._push.nudge()
        self._blobs.nudge()
        self._on_documents(documents)

    def _measured(self, sample: Sample) -> None:
        self._offset.add(sample)
        self._watch.nudge()

    def _answered(self) -> None:
        self._board.last_ok_at_us = self._clock.now_us()

    def _reported(self, lane: str, fault: EnvironmentFault | None) -> None:
        if lane == self._watch.name:
            if fault is not None:
                self._tell(self._board.blind(fault))
            return
        is_back = fault is None and lane in self._board.faults
        self._board.report(lane, fault)
        if is_back:
            # The server is there again: no other lane needs to wait its back-off out.
            self._kick_all(but=lane)
        if lane == self._push.name:
            self._branch.nudge()
        if lane in (self._push.name, self._branch.name, self._feed.name):
            self._blobs.nudge()  # the server may have said which ones it lacks
        self._watch.nudge()

    async def _look(self) -> float:
        await self._tell_clock()
        mark = await self._outbox.push_mark()
        backlog = await self._outbox.backlog()
        self._tell(self._board.status(mark, backlog, mono_ns=self._clock.mono_ns()))
        return self._pace.watch_s

    def _tell(self, status: SyncStatus) -> None:
        if status != self._told_status:
            self._told_status = status
            self._on_status(status)

    async def _tell_clock(self) -> None:
        told = self._offset.judge(now_us=self._clock.now_us(), mono_ns=self._clock.mono_ns())
        if told != self._told_clock:
            await self._outbox.set_clock(*told)
            self._told_clock = self._board.clock = told
