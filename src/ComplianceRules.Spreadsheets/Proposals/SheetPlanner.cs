using System.Collections.Immutable;
using ComplianceRules.Facts;

namespace ComplianceRules.Spreadsheets.Proposals;

/// <summary>Plans how a sheet is read.</summary>
internal sealed class SheetPlanner(FactSchema schema)
{
    private const int LongestSchoolName = 40;


    private readonly FieldMatcher _matcher = new(new FieldFinder(schema));

    /// <summary>The plan; null where nothing in the sheet is known.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="schoolById">Whether schools go by their ids wherever there are ids; else by their names.</param>
    public SheetPlan? Plan(SampleSheet sheet, bool schoolById)
    {
        if (Choose(SampleGrid.Of(sheet)) is not { } reading) return null;
        TableSchema table = TableChoice.Of(schema, reading.Roles, Match(reading, [.. schema.Tables.Keys]));
        string[] tables = [.. schema.SelfAndAncestors(table.Name).Select(t => t.Name)];
        FieldMatches matches = Match(reading, tables);
        ColumnRoles roles = reading.Roles;
        SheetPlan plan = new(sheet, reading, table, matches)
        {
            SchoolKey = schoolById ? roles.SchoolId ?? roles.SchoolName : roles.SchoolName ?? roles.SchoolId,
            SchoolInTitle = reading.Layout.Titles.Append(sheet.SheetName ?? string.Empty).Select(SchoolIn).FirstOrDefault(s => s is not null),
        };
        plan = plan with { Id = IdOf(plan), Fields = [.. matches.Taken, .. RoleFields(roles, table)] };
        return RowFilters.Apply(plan);
    }

    private SheetReading? Choose(SampleGrid grid)
    {
        SheetReading? best = null;
        double most = 0;
        string[] all = [.. schema.Tables.Keys];
        foreach (SheetReading reading in LayoutReader.Read(grid).Select(SheetReading.Of))
        {
            double weight = reading.Roles.Found.Count() + Match(reading, all).Taken.Sum(m => m.Field.Rank);
            if (weight <= most) continue;
            most = weight;
            best = reading;
        }

        return best;
    }

    private FieldMatches Match(SheetReading reading, string[] tables) => _matcher.Match(reading.Roles.Others, tables);

    private static ImmutableArray<SampleColumn> IdOf(SheetPlan plan)
    {
        ColumnRoles roles = plan.Reading.Roles;
        SampleColumn?[] id = plan.Table.Name switch
        {
            BaseTables.Class => NeedsGrade(plan) ? [roles.Grade, roles.ClassId] : [roles.ClassId ?? roles.Grade],
            BaseTables.YearGroup => [roles.Grade],
            BaseTables.School => [plan.SchoolKey],
            BaseTables.Region => [roles.RegionCode],
            _ => [plan.Reading.Columns.FirstOrDefault(c => !c.Is("serial"))],
        };
        return [.. id.OfType<SampleColumn>()];
    }

    // 1班 is in every grade; 三（2）班 is not.
    private static bool NeedsGrade(SheetPlan plan) =>
        plan.Reading.Roles is { Grade: not null, ClassId: { } name } && !name.Seen.All(c => GradeText.TryReadClass(c, out _));

    private IEnumerable<FieldMatch> RoleFields(ColumnRoles roles, TableSchema table)
    {
        string[] above = [.. schema.SelfAndAncestors(table.Name).Select(t => t.Name)];
        (string Table, string Field, SampleColumn? Column)[] given =
        [
            (BaseTables.School, "name", roles.SchoolName),
            (BaseTables.Class, "name", roles.ClassId),
            (BaseTables.Region, "name", roles.RegionCode is null ? null : roles.RegionName),
            (table.Name, "grade", roles.Grade ?? roles.ClassId),
        ];
        foreach ((string owner, string name, SampleColumn? column) in given)
        {
            if (column is null || !above.Contains(owner) || schema.Table(owner)?.Field(name) is not { } field) continue;
            CellFit fit = CellFitter.Fit(field, column);
            // A class's name gives its grade only where every name does.
            bool usable = name == "grade" && roles.Grade is null ? fit.Misfits.IsEmpty && fit.Seen > 0 : fit.IsUsable;
            if (usable) yield return new FieldMatch(column, new FieldCandidate(schema.Tables[owner], field, MatchKind.Exact, 1), fit);
        }
    }

    private static string? SchoolIn(string title)
    {
        string name = HeaderText.Fold(title);
        name = name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].TrimStart();
        int end = KnownWords.SchoolEndings.Select(e => (At: name.IndexOf(e, StringComparison.OrdinalIgnoreCase), e.Length)).Where(e => e.At > 0).Select(e => e.At + e.Length)
            .DefaultIfEmpty().Max();
        return end is > 0 and <= LongestSchoolName && WritableText.IsText(name[..end]) ? name[..end] : null;
    }
}
