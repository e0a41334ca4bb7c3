using System.Globalization;
using ComplianceRules.Cli.Texts;
using ComplianceRules.Diagnostics;
using ComplianceRules.Engine;
using ComplianceRules.Facts;
using ComplianceRules.Findings;

namespace ComplianceRules.Cli.Output;

/// <summary>Turns a tree of nodes into the lines that people read.</summary>
/// <param name="words">The texts.</param>
/// <param name="schema">Titles of units.</param>
internal sealed class NodeLines(Words words, FactSchema schema)
{
    private const string Branch = "├─ ";
    private const string LastBranch = "└─ ";
    private const string Way = "│  ";
    private const string NoWay = "   ";
    private const string More = "…";

    private readonly List<TreeLine> _lines = [];

    private TextLanguage Language => words.Language;

    /// <summary>The lines of a condition: the question with its answer, and below it why.</summary>
    /// <param name="question">The question.</param>
    /// <param name="node">The condition.</param>
    public IReadOnlyList<TreeLine> Of(string question, ExplainedNode node)
    {
        _lines.Add(new TreeLine(string.Empty, string.Empty, question, node.Shown.In(Language)));
        if (node.State == ExplainedState.NotNeeded) return _lines;
        if (node is { Kind: ExplainedKind.Other, Text: "true", Parts.IsEmpty: true }) _lines.Add(new TreeLine(LastBranch, NoWay, words.NoConditions, null));
        else if (node.Kind == ExplainedKind.All) AddBelow(string.Empty, node);
        else AddNode(node, LastBranch, NoWay);
        return _lines;
    }

    private void AddNode(ExplainedNode node, string first, string rest)
    {
        bool hasBelow = HasBelow(node);
        _lines.Add(new TreeLine(first, rest + (hasBelow ? Way : NoWay), Label(node), node.Shown.In(Language)));
        AddBelow(rest, node);
    }

    private void AddBelow(string rest, ExplainedNode node)
    {
        string beside = rest + (HasBelow(node) ? Way : NoWay);
        foreach (string remark in Remarks(node)) _lines.Add(new TreeLine(beside, beside, remark, null));
        int count = (node.Rows?.Listed.Length ?? 0) + node.Parts.Length + (node.Rows?.More > 0 ? 1 : 0);
        int at = 0;
        foreach (ExplainedRow row in node.Rows?.Listed ?? [])
        {
            at++;
            AddRow(row, rest + (at == count ? LastBranch : Branch), rest + (at == count ? NoWay : Way));
        }

        if (node.Rows?.More > 0) _lines.Add(new TreeLine(rest + (++at == count ? LastBranch : Branch), rest + NoWay, words.MoreItems(node.Rows.More), null));
        foreach (ExplainedNode part in node.Parts)
        {
            at++;
            AddNode(part, rest + (at == count ? LastBranch : Branch), rest + (at == count ? NoWay : Way));
        }
    }

    // What is asked of a row stands above it already, so its answer is the row's.
    private void AddRow(ExplainedRow row, string first, string rest)
    {
        ExplainedNode node = row.Node;
        string label = row.Subject is { } subject ? SubjectText.Of(subject) : Label(node);
        _lines.Add(new TreeLine(first, rest + (HasBelow(node) ? Way : NoWay), label, node.Shown.In(Language)));
        AddBelow(rest, node);
    }

    private static bool HasBelow(ExplainedNode node) => !node.Parts.IsEmpty || node.Rows is { Listed.IsEmpty: false } or { More: > 0 };

    private string Label(ExplainedNode node) => node.Kind switch
    {
        ExplainedKind.All when node is { Title: null, Parts.IsEmpty: false } => words.AllHold,
        ExplainedKind.Any when node is { Title: null, Parts.IsEmpty: false } => words.OneHolds,
        ExplainedKind.AtLeast or ExplainedKind.Composed => node.Title!.In(Language),
        _ when node.Title?.In(Language) is { Length: > 0 } title => words.TitledFact(title, node.Text),
        _ => Abridged(node),
    };

    // What is made of a list has a line of its own below.
    private static string Abridged(ExplainedNode node) =>
        node.Parts.Where(p => p.Kind == ExplainedKind.List).Aggregate(node.Text, (text, part) => text.Replace(part.Text, More, StringComparison.Ordinal));

    private IEnumerable<string> Remarks(ExplainedNode node)
    {
        if (node.Note is { } note) yield return note.In(Language);
        if (node.Parameter is { } parameter)
        {
            yield return Origin(parameter);
            foreach (ValueStep step in parameter.Trail.Skip(1)) yield return TrailText.Of(step, node.Unit, words, schema);
        }

        if (node.Rows is { } rows) yield return Counted(rows);
    }

    private string Origin(ExplainedParameter parameter)
    {
        string origin = parameter.Source is { } law
            ? words.SetBySource(parameter.Pack, parameter.PackVersion, LawText.Of(law, words))
            : words.SetBy(parameter.Pack, parameter.PackVersion);
        if (parameter.Source is null && parameter.Since is { } since) origin = words.SetSince(origin, Day(since));
        if (parameter.Season is { } season) origin = words.SetInSeason(origin, season.ToString());
        return parameter.Until is { } until ? words.SetUntil(origin, Day(until)) : origin;
    }

    private string Counted(ExplainedRows rows)
    {
        string title = rows.Title?.In(Language) is { Length: > 0 } named ? named : rows.Table ?? words.Items;
        List<string> parts = [words.ItemsCounted(title, rows.All)];
        if (rows.Counts is { } counts)
        {
            AddCount(parts, counts.Compliant, words.ItemsMet);
            AddCount(parts, counts.NonCompliant, words.ItemsNotMet);
            AddCount(parts, counts.Undetermined, words.ItemsOpen);
            AddCount(parts, counts.NotApplicable, words.ItemsOut);
        }

        return string.Join(words.Separator, parts);
    }

    private static void AddCount(List<string> parts, ShownCount count, Func<ShownCount, string> text)
    {
        if (!count.IsExact || count.Least > 0) parts.Add(text(count));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
