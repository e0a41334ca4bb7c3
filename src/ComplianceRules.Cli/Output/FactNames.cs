using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Cli.Output;

/// <summary>What people call a missing fact.</summary>
internal static class FactNames
{
    private const string Previous = "previous";

    /// <summary>The title of the field or list that a path ends in; null where the packs give none.</summary>
    /// <param name="schema">The schema that the path is of.</param>
    /// <param name="subject">The table whose row sees the path.</param>
    /// <param name="path">The path, such as <c>school.boarding</c> or <c>classes.enrolment</c>.</param>
    /// <param name="language">The language of the title.</param>
    public static string? TitleOf(FactSchema schema, string subject, string path, TextLanguage language)
    {
        string[] steps = path.Split('.');
        string name = steps[^1];
        string[] way = [.. steps[..^1].Where(s => s != Previous)];
        TableSchema? from = way.Length == 0
            ? schema.SelfAndAncestors(subject).FirstOrDefault(t => t.Field(name) is not null)
            : way.Aggregate(schema.Table(subject), (table, step) => table is null ? null : TableAt(schema, table.Name, step));
        LocalText? title = from?.Field(name)?.Title ?? schema.List(from?.Name ?? subject, name)?.Title;
        return title?.In(language) is { Length: > 0 } text ? text : null;
    }

    private static TableSchema? TableAt(FactSchema schema, string subject, string step) =>
        schema.SelfAndAncestors(subject).FirstOrDefault(t => t.Name == step) ?? schema.List(subject, step);
}
