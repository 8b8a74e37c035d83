"""The house's own report: what to do, as the Markdown table that our wiki takes."""

from pathlib import Path

from parcours.reporting import Options, Report, Run


def write_wiki(run: Run, target: Path, _options: Options) -> Path:
    """Write one line for each finding, and give the file's path back."""
    lines = ["| department | rule | what is wrong |", "|---|---|---|"]
    for result in run.results:
        for finding in result.findings:
            message = finding.message.replace("|", "\\|")
            lines.append(f"| {finding.owner} | {finding.rule} | {message} |")
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return target


WIKI = Report("wiki", ".md", write_wiki)
