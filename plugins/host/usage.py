"""German help and German words for a wrong call, from what click knows of them as values."""

import click

from editorial.findings import did_you_mean, listing


class UnknownCommandError(click.UsageError):
    """A command was typed that there is not."""

    def __init__(self, typed: str, ctx: click.Context) -> None:
        super().__init__(typed, ctx)
        self.typed = typed


class GermanCommand(click.Command):
    """A command whose help is German; click's own headings are English."""

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option for help with its German meaning."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = "Diese Hilfe zeigen."
        return option

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write how the command is called."""
        formatter.write_usage(ctx.command_path, " ".join(self.collect_usage_pieces(ctx)), prefix="Aufruf: ")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what may be given."""
        rows = [record for each in self.get_params(ctx) if (record := each.get_help_record(ctx))]
        with formatter.section("Angaben"):
            formatter.write_dl(rows)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the call behind the name."""
        return [piece.replace("[OPTIONS]", "[ANGABEN]") for piece in super().collect_usage_pieces(ctx)]


class GermanGroup(GermanCommand, click.Group):
    """The commands together, with German help."""

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write what may be given and which commands there are."""
        GermanCommand.format_options(self, ctx, formatter)
        with formatter.section("Befehle"):
            formatter.write_dl([(name, command.help or "") for name, command in sorted(self.commands.items())])

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the call behind the name."""
        return ["BEFEHL", "[ANGABEN]"]

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command that was typed and what stands behind it."""
        if self.get_command(ctx, args[0]) is None:
            raise UnknownCommandError(args[0], ctx)
        return super().resolve_command(ctx, args)


def usage_error(error: click.UsageError) -> str:
    """Return what is wrong with a call and how it is meant."""
    context = error.ctx
    usage = context.command.get_usage(context) if context else "Aufruf: selfcheck BEFEHL"
    return f"Der Aufruf stimmt nicht: {_reason(error)}\n{usage}"


def _reason(error: click.UsageError) -> str:  # noqa: PLR0911 - one return a kind of mistake
    command = error.ctx.command if error.ctx else None
    match error:
        case UnknownCommandError():
            return f"Den Befehl „{error.typed}“ gibt es nicht.{_proposal(error.typed, _commands_of(command))}"
        case click.MissingParameter():
            return f"Es fehlt {_name(error.param)}."
        case click.NoSuchOption():
            known = [name for each in (command.params if command else []) for name in each.opts if name[:1] == "-"]
            return f"Die Angabe „{error.option_name}“ gibt es hier nicht.{_proposal(error.option_name, known)}"
        case click.BadOptionUsage():
            return f"Bei „{error.option_name}“ fehlt ein Wert, oder es steht einer zu viel."
        case click.BadParameter():
            choice = error.param.type if error.param else None
            allowed = f" Möglich sind {listing(choice.choices)}." if isinstance(choice, click.Choice) else ""
            return f"Der Wert für {_name(error.param)} ist nicht möglich.{allowed}"
    if isinstance(command, click.Group):
        return f"Es fehlt der Befehl. Möglich sind {listing(_commands_of(command))}."
    return "Es steht mehr da, als der Befehl braucht."


def _commands_of(command: click.Command | None) -> list[str]:
    return sorted(command.commands) if isinstance(command, click.Group) else []


def _proposal(word: str, known: list[str]) -> str:
    near = did_you_mean(word, known)
    return f" Meinten Sie „{near}“?" if near else f" Möglich sind {listing(known)}."


def _name(param: click.Parameter | None) -> str:
    if param is None:
        return "eine Angabe"
    return f"„{param.opts[-1]}“" if isinstance(param, click.Option) else f"die Angabe {(param.name or '').upper()}"
