using System.Collections.Immutable;
using System.Globalization;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Says what was matched with what and why, and what was not.</summary>
/// <param name="schema">The tables and fields that facts can have.</param>
internal sealed class RemarkWriter(FactSchema schema)
{
    private const int MostShown = 5;

    private readonly List<ProposalRemark> _remarks = [];
    private string? _sheet;

    public ImmutableArray<ProposalRemark> Remarks => [.. _remarks];

    /// <summary>A sheet that is not used.</summary>
    public void LeftOut(SampleSheet sheet)
    {
        _sheet = sheet.Title;
        Say(sheet.IsHidden ? "read.hidden" : sheet.IsForm ? "read.form" : "read.nothing");
    }

    /// <summary>Everything about one sheet.</summary>
    public void Describe(SheetPlan plan)
    {
        _sheet = plan.Sheet.Title;
        Layout(plan);
        foreach (FieldMatch match in plan.Fields) Matched(match);
        Ids(plan);
        foreach (FieldMatch match in plan.Matches.Refused) Refused(match);
        Unmatched(plan);
        Missing(plan);
    }

    /// <summary>What the sheets together leave open.</summary>
    public void Whole(ImmutableArray<SheetPlan> plans)
    {
        _sheet = null;
        if (plans.IsEmpty) return;
        if (plans.Any(p => p.SchoolKey is not null && p.SchoolKey == p.Reading.Roles.SchoolId) && plans.Any(p => p.SchoolKey is not null && p.SchoolKey == p.Reading.Roles.SchoolName)) Say("keys.differ");
        if (plans.All(p => p.Reading.Roles.RegionCode is null)) Say("missing.region");
        Say("missing.covers");
    }

    private void Layout(SheetPlan plan)
    {
        SheetLayout layout = plan.Reading.Layout;
        string rows = layout.FirstHeader == layout.LastHeader ? Count(layout.FirstHeader + 1) : $"{Count(layout.FirstHeader + 1)}-{Count(layout.LastHeader + 1)}";
        Say(layout.IsTurned ? "read.turned" : "read.rows", plan.Table.Name, rows);
        if (plan.Reading.Grades is { } grades) Say("read.grades", Count(grades.Labels.Sum(l => l.Columns.Count)));
        foreach ((string column, ImmutableArray<string> texts) in plan.Filters) Say("filtered", column, Shown(texts));
        if (plan.Sheet.IsLong) Say("guess.long", Count(SampleSheet.MostRows));
        if (plan.Sheet.IsWide) Say("unmatched.wide", Count(SampleSheet.MostColumns));
        if (plan.Unfiltered > 0) Say("guess.unfiltered", Count(plan.Unfiltered));
        foreach (FieldMatch match in plan.Fields.Where(f => f.Field.Field.Unit is { } unit && !unit.Equals(Unit.One) && layout.MergedColumns.Contains(f.Column.Name))) Say("guess.merged", match.Column.Name);
    }

    private void Matched(FieldMatch match)
    {
        (string column, string field, CellFit fit) = (match.Column.Name, NameOf(match.Field), match.Fit);
        if (match.Field.Kind == MatchKind.Exact) Say("match.exact", column, field);
        else if (match.Field.Kind == MatchKind.Bare) Say("guess.bare", column, field);
        else Say("guess.similar", column, field, Count((int)Math.Round(match.Field.Score * 100)));
        Unit own = match.Field.Field.Unit ?? Unit.One;
        if (fit.Unit is { } unit) Say("guess.unit", column, unit.Text, own.Text);
        else if (match.Column.UnitText is { } written && HeaderUnit.TryRead(written, out Unit read) && !read.Equals(own) && match.Field.Field.Type == FieldType.Number) Say("guess.unit-short", column, written, own.Text);
        foreach (ProposedValue value in fit.Values.Where(v => v.IsGuess)) Say(value.IsNumber ? "guess.junior" : "guess.value", column, value.Cell, value.Text);
        if (!fit.Misfits.IsEmpty) Say("guess.misfits", column, field, Shown(fit.Misfits));
        if (fit.LooksLikeShare) Say("guess.share", column, field);
    }

    private void Ids(SheetPlan plan)
    {
        ColumnRoles roles = plan.Reading.Roles;
        bool hasSchool = schema.SelfAndAncestors(plan.Table.Name).Any(t => t.Name == BaseTables.School);
        if (hasSchool && plan.SchoolKey is null) Say(plan.SchoolInTitle is null ? "guess.school-missing" : "guess.school-of-title", plan.SchoolInTitle ?? SheetPlan.UnknownSchool);
        if (hasSchool && plan.SchoolKey is not null && plan.SchoolKey == roles.SchoolName) Say("guess.school-by-name", plan.SchoolKey.Name);
        if (plan.Id.IsEmpty && plan.Table.Name != BaseTables.School) Say("guess.id-missing");
        if (plan.Table.Name != BaseTables.Class) return;
        if (roles.ClassId is null && roles.Grade is not null) Say("guess.class-of-grade");
        FieldMatch? grade = plan.Of(BaseTables.Class).FirstOrDefault(f => f.Field.Field.Name == "grade");
        if (grade is null) Say("guess.grade-missing");
        else if (roles.Grade is null) Say("guess.grade-of-class", grade.Column.Name, Count(grade.Fit.Values.Length));
    }

    private void Refused(FieldMatch match)
    {
        if (match.Fit.HasWrongUnit) Say("refused.unit", match.Column.Name, NameOf(match.Field), match.Column.UnitText ?? string.Empty, (match.Field.Field.Unit ?? Unit.One).Text);
        else Say("refused.values", match.Column.Name, NameOf(match.Field), Shown(match.Fit.Misfits));
    }

    private void Unmatched(SheetPlan plan)
    {
        foreach ((SampleColumn column, ImmutableArray<FieldCandidate> nearest) in plan.Matches.Unclear)
        {
            if (nearest.IsEmpty) Say("unmatched.plain", column.Name);
            else Say("unmatched.near", LocalText.Same(column.Name), Titled(nearest));
        }

        foreach (string name in plan.Reading.Duplicates) Say("unmatched.duplicate", name);
        if (plan.Reading.Layout.Nameless > 0) Say("unmatched.nameless", Count(plan.Reading.Layout.Nameless));
        if (plan.Reading.Unwritable > 0) Say("unmatched.unwritable", Count(plan.Reading.Unwritable));
    }

    // What packs declare is what their rules ask for; what every schema has is often made of other facts.
    private void Missing(SheetPlan plan)
    {
        HashSet<FieldSchema> found = [.. plan.Fields.Select(f => f.Field.Field)];
        TableSchema[] tables = [.. schema.SelfAndAncestors(plan.Table.Name).Where(t => t.Name != BaseTables.Region)];
        FieldCandidate[] missing = [.. tables.SelectMany(t => t.Fields.Values.Where(f => !found.Contains(f)).Select(f => new FieldCandidate(t, f, MatchKind.Similar, 0)))];
        foreach (FieldCandidate needed in missing.Where(m => !TableChoice.IsBase(m))) Say("missing.needed", LocalText.Same(NameOf(needed)), TitleOf(needed));
        FieldCandidate[] others = [.. missing.Where(TableChoice.IsBase)];
        if (others.Length > 0) Say("missing.others", string.Join(", ", others.Select(NameOf)));
    }

    private static LocalText Titled(ImmutableArray<FieldCandidate> candidates)
    {
        string In(TextLanguage language) => string.Join(", ", candidates.Select(c => $"`{NameOf(c)}` ({TitleOf(c).In(language)})"));
        return new LocalText(In(TextLanguage.Chinese), In(TextLanguage.English));
    }

    private static LocalText TitleOf(FieldCandidate candidate) => candidate.Field.Title == LocalText.Empty ? LocalText.Same(candidate.Field.Name) : candidate.Field.Title;

    private static string NameOf(FieldCandidate candidate) => $"{candidate.Table.Name}.{candidate.Field.Name}";

    private static string Shown(ImmutableArray<string> texts) =>
        string.Join(", ", texts.Take(MostShown).Select(t => $"`{DataExcerpt.Of(t)}`")) + (texts.Length > MostShown ? " …" : string.Empty);

    private static string Count(int number) => number.ToString(CultureInfo.InvariantCulture);

    private void Say(string key, params ReadOnlySpan<string> arguments)
    {
        ImmutableArray<LocalText>.Builder texts = ImmutableArray.CreateBuilder<LocalText>(arguments.Length);
        foreach (string argument in arguments) texts.Add(LocalText.Same(argument));
        _remarks.Add(new ProposalRemark(_sheet, key, texts.ToImmutable()));
    }

    private void Say(string key, LocalText first, LocalText second) => _remarks.Add(new ProposalRemark(_sheet, key, [first, second]));
}
