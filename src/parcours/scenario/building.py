"""The tree of one file becomes a Scenario; what does not fit becomes problems, all of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from parcours.scenario.environment import references
from parcours.scenario.filling import Given, declared, filled
from parcours.scenario.kinds import Kind
from parcours.scenario.model import (
    VERSION,
    Header,
    Promise,
    Scenario,
    StartSpec,
    StepKeys,
    StepSpec,
    scenario_id,
    slug,
    unique,
)
from parcours.scenario.phrases import Grammar, Phrase
from parcours.scenario.problems import WHOLE_FILE, Code, Notes, ScenarioProblem
from parcours.scenario.reader import Entries, Items, Node, Reading, Refused, Scalar, read
from parcours.scenario.translating import Fault, faults, keys_of, main_key, plain, unknown_key
from parcours.scenario.units import shortened

M = TypeVar("M", bound=BaseModel)

USE = "use"  # the verb that other files' steps come by
MOST_DEEP = 5  # files that use each other in a row
MOST_USES = 50  # of a scenario, in all

_READ_APART = frozenset({"parcours", "start", "steps"})
_FIRST_LINE = f"parcours: {VERSION}"


@dataclass(frozen=True)
class _Draft:
    """A step before it has its id; `id` is the one that the file gives it."""

    phrase: Phrase
    args: BaseModel
    id: Scalar | None
    only_on: tuple[str, ...] = ()
    file: str = ""  # the shared file that it stands in, "" for the scenario's own
    within: str = ""  # the id of the `use` step that it came by


class Builder:
    """Makes a scenario of one reading, and goes on past every problem as long as there is something to look at.

    `context` is what names and files among the values are held against (see `units`).
    """

    def __init__(
        self, reading: Reading, verbs: Mapping[str, Kind], channels: Mapping[str, Kind], context: Mapping[str, Any]
    ) -> None:
        self.root = reading.root
        self.notes = Notes(reading.source, reading.problems)
        self.verbs = Grammar(verbs, StepKeys, "a verb", "begin it with `- `, as a step of its own")
        self.channels = Grammar(channels, Promise, "a channel", "a journey starts in one place: keep one of them")
        self.context = context
        self.environment: dict[str, ScenarioProblem] = {}
        self.using: tuple[Path, ...] = (Path(reading.source.file).resolve(),)  # the files on the way here
        self.uses: list[Path] = []  # all that were used, by files that were used too

    def scenario(self) -> Scenario | None:
        """The scenario; None when there is nothing to make one of. It is good only when nothing was noted."""
        if not isinstance(self.root, Entries):
            self._nothing(self.root)
            return None
        header = self._header(self.root)
        texts = declared(self.root.get("vars"), self.notes)
        start = self._start(self.root.get("start"), texts)
        steps = self._steps(self.root.get("steps"), texts)
        if header is None or start is None:
            return None
        kept = {name: getattr(header, name) for name in Header.model_fields if name not in {"parcours", "name"}}
        file = self.notes.source.file
        name = header.name or Path(file).stem
        kept |= {"environment": self.environment}
        return Scenario(id=scenario_id(file), file=file, name=name, start=start, steps=steps, **kept)

    def _nothing(self, root: Node | None) -> None:
        help = f"begin it with `{_FIRST_LINE}`"
        if root is not None:
            self.notes.say(root.mark, Code.VALUE, "a scenario is a mapping of keys to values", help)
        elif not self.notes.problems:
            self.notes.say(WHOLE_FILE, Code.MISSING, "the file is empty", help)

    def _version(self, root: Entries) -> None:
        version = root.get("parcours")
        if version is None:
            self.notes.say(WHOLE_FILE, Code.VERSION, f"`{_FIRST_LINE}` is missing", "begin the file with it")
        elif not (isinstance(version, Scalar) and version.text == VERSION):
            help = f"this parcours reads version {VERSION}: write `{_FIRST_LINE}`"
            self.notes.say(version.mark, Code.VERSION, "this is not a version of the format that is known", help)

    def _header(self, root: Entries) -> Header | None:
        self._version(root)
        known = (*keys_of(Header), "start", "steps")
        for key in (key for key, _ in root.entries if key.text not in known):
            self._note(unknown_key(key, known, "a scenario"))
        first = (Scalar("parcours", root.mark), Scalar(VERSION, root.mark))
        others = (pair for pair in root.entries if pair[0].text in known and pair[0].text not in _READ_APART)
        return self._valid(Header, filled(Entries((first, *others), root.mark), None, self.notes), "a scenario")

    def _start(self, node: Node | None, texts: Mapping[str, str]) -> StartSpec | None:
        if node is None:
            help = f"say where the customer comes from: {', '.join(sorted(self.channels.words))}"
            if isinstance(self.root, Entries) and {key.text for key, _ in self.root.entries} == {"parcours", "steps"}:
                help += "; steps for others to `use` belong into a folder named shared"
            self.notes.say(WHOLE_FILE, Code.MISSING, "`start` is missing", help)
            return None
        phrase = self.channels.phrase(node, texts, self.notes)
        if phrase is None:
            return None
        self._need(phrase)
        args = self._args(phrase)
        promise = self._valid(Promise, phrase.shared, "`start`")
        if args is None or promise is None:
            return None
        return StartSpec(phrase.kind.name, args, **promise.model_dump(), line=phrase.word.mark.line)

    def _steps(self, node: Node | None, texts: Mapping[str, str]) -> tuple[StepSpec, ...]:
        if node is None or isinstance(node, Refused):
            return ()
        if not isinstance(node, Items):
            help = "begin each step with `- `, one below the other"
            self.notes.say(node.mark, Code.VALUE, "`steps` is a list of steps", help)
            return ()
        return tuple(_named(self._drafts(node, texts)))

    def _drafts(self, node: Items, texts: Mapping[str, str]) -> list[_Draft]:
        """The steps of a list, those of shared files in the place of the steps that use them."""
        drafts = [draft for item in node.items if (draft := self._step(item, texts)) is not None]
        self._refuse_equal_ids(drafts)
        taken: set[str] = set()
        whole: list[_Draft] = []
        for draft in drafts:
            whole += [draft] if draft.phrase.kind.name != USE else self._used(draft, taken)
        return whole

    def _used(self, draft: _Draft, taken: set[str]) -> Iterator[_Draft]:
        """The steps that a `use` step stands for."""
        name, mark = draft.phrase.main, draft.phrase.word.mark
        file = Path(self.notes.source.file).parent / name
        if why := self._too_deep(file):
            help = "write the steps out in one of the files"
            self.notes.say(mark, Code.LIMIT, f"{shortened(name)} {why}", help)
            return
        context = {**self.context, "folder": file.parent}
        inner = Builder(read(file), self.verbs.words, self.channels.words, context)
        inner.using, inner.uses = (*self.using, file.resolve()), self.uses
        self.uses.append(file)
        steps = inner.shared(Given(getattr(draft.args, "given", {})))
        self.notes.problems += inner.notes.problems
        for variable, problem in inner.environment.items():
            self.environment.setdefault(variable, problem)
        prefix = unique(draft.id.text if draft.id else slug(Path(name).stem) or USE, taken)
        taken.add(prefix)
        for step in steps:
            if step.only_on and draft.only_on:
                message = f"`only-on` stands beside this, and in {shortened(name)} too"
                self.notes.say(mark, Code.AMBIGUOUS, message, "keep one of them")
            within = f"{prefix}-{step.within}" if step.within else prefix
            yield replace(step, only_on=step.only_on or draft.only_on, file=step.file or str(file), within=within)

    def _too_deep(self, file: Path) -> str:
        if file.resolve() in self.using:
            return "uses itself in the end"
        if len(self.using) > MOST_DEEP:
            return f"is one file too many: at most {MOST_DEEP} use each other"
        return f"is used once too often: {MOST_USES} times are the most" if len(self.uses) >= MOST_USES else ""

    def shared(self, given: Given) -> list[_Draft]:
        """The steps of a file that holds nothing else."""
        if not isinstance(self.root, Entries):
            self._nothing(self.root)
            return []
        self._version(self.root)
        for key, _ in self.root.entries:
            if key.text in {"start", *keys_of(Header)} - {"parcours"}:
                help = "it holds `parcours` and `steps` alone; texts come by `with:`"
                self.notes.say(key.mark, Code.UNKNOWN_KEY, f"{key.text!r} cannot stand in a file of shared steps", help)
            elif key.text not in {"parcours", "steps"}:
                self._note(unknown_key(key, ("parcours", "steps"), "a file of shared steps"))
        steps = self.root.get("steps")
        if isinstance(steps, Items):
            return self._drafts(steps, given)
        if not isinstance(steps, Refused):
            mark = steps.mark if steps else WHOLE_FILE
            self.notes.say(mark, Code.MISSING, "a file of shared steps needs a list of `steps`", "begin each with `- `")
        return []

    def _step(self, node: Node, texts: Mapping[str, str]) -> _Draft | None:
        phrase = self.verbs.phrase(node, texts, self.notes)
        if phrase is None:
            return None
        self._need(phrase)
        args = self._args(phrase)
        keys = self._valid(StepKeys, phrase.shared, "a step")
        own = phrase.shared.get("id")
        if args is None or keys is None:
            return None
        return _Draft(phrase, args, own if isinstance(own, Scalar) else None, keys.only_on)

    def _need(self, phrase: Phrase) -> None:
        """Remember which environment variables the phrase needs, and where."""
        for name, node in (*references(phrase.args), *references(phrase.shared)):
            self.environment.setdefault(
                name, self.notes.source.problem(node.mark, Code.ENVIRONMENT, f"${{env:{name}}}")
            )

    def _refuse_equal_ids(self, drafts: Sequence[_Draft]) -> None:
        first: dict[str, Scalar] = {}
        for own in (draft.id for draft in drafts if draft.id is not None):
            other = first.setdefault(own.text, own)
            if other is not own:
                message = f"the step on line {other.mark.line} has the id {shortened(own.text)} too"
                self.notes.say(own.mark, Code.DUPLICATE_ID, message, "rename one of them")

    def _args(self, phrase: Phrase) -> BaseModel | None:
        kind = phrase.kind
        try:
            return kind.args.model_validate(plain(phrase.args), context=self.context)
        except ValidationError as error:
            for fault in faults(error, phrase.args, kind.args, f"`{kind.name}`"):
                self._note(_with_example(fault, kind) if fault.missing else fault)
        return None

    def _valid(self, model: type[M], node: Entries, owner: str) -> M | None:
        try:
            return model.model_validate(plain(node), context=self.context)
        except ValidationError as error:
            for fault in faults(error, node, model, owner):
                self._note(fault)
        return None

    def _note(self, fault: Fault) -> None:
        self.notes.say(fault.mark, fault.code, fault.message, fault.help)


def _named(drafts: Sequence[_Draft]) -> Iterator[StepSpec]:
    """The steps with their ids: those that the file gives, the others made of verb and value."""
    taken = {draft.id.text for draft in drafts if draft.id is not None and not draft.within}
    for draft in drafts:
        verb = draft.phrase.kind.name
        own = draft.id.text if draft.id is not None else slug(f"{verb} {draft.phrase.main}")
        if draft.within or draft.id is None:
            own = unique(f"{draft.within}-{own}".strip("-"), taken)
        taken.add(own)
        phrase = draft.phrase
        yield StepSpec(own, verb, phrase.says, draft.args, phrase.word.mark.line, draft.only_on, draft.file)


def _with_example(fault: Fault, kind: Kind) -> Fault:
    wanted = "a value" if fault.missing == main_key(kind) else f"the key {fault.missing!r}"
    return replace(fault, message=f"`{kind.name}` needs {wanted}", help=f"for example: {kind.example}")
