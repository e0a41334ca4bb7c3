using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Which rows a name can mean, seen from the row at hand.</summary>
internal static class RowPaths
{
    /// <summary>How many frames there are before the variables of macros: the child row of a kind, where there is one.</summary>
    public static int VariablesFrom(this ExpressionScope scope) => scope.Child is null ? 0 : 1;

    /// <summary>The table whose fields bare names mean.</summary>
    public static string OwnTable(this ExpressionScope scope) => scope.Child ?? scope.Subject;

    /// <summary>The row whose fields bare names mean.</summary>
    public static RowPath OwnRow(this ExpressionScope scope) => new(scope.Child is null ? 0 : 1, scope.OwnTable());

    /// <summary>Whether a path is the row whose fields bare names mean.</summary>
    public static bool IsOwnRow(this ExpressionScope scope, RowPath path) => path == scope.OwnRow();

    /// <summary>The row that a table's name means; null where none of that table is within reach.</summary>
    public static RowPath? PathTo(this ExpressionScope scope, string table)
    {
        if (scope.Child is not null && table == scope.Subject) return new RowPath(0, table);
        RowPath own = scope.OwnRow();
        bool ofItself = scope.Schema.Table(table)?.Parent == table;
        if (table == own.Table) return own with { Above = ofItself };
        if (scope.Schema.SelfAndAncestors(own.Table).Any(t => t.Name == table)) return own with { Table = table };
        return scope.Schema.SelfAndAncestors(scope.Subject).Any(t => t.Name == table) ? new RowPath(0, table) : null;
    }

    /// <summary>The names of all tables within reach, in ordinal order.</summary>
    public static IEnumerable<string> TablesWithinReach(this ExpressionScope scope) =>
        scope.Schema.SelfAndAncestors(scope.OwnTable()).Concat(scope.Schema.SelfAndAncestors(scope.Subject))
            .Select(t => t.Name).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>The fact of that name on the subject or the nearest row above it; null where no row has it.</summary>
    public static NearestFact? NearestToSubject(this ExpressionScope scope, string name)
    {
        foreach (TableSchema table in scope.Schema.SelfAndAncestors(scope.Subject))
        {
            if (table.Fact(name) is { } field) return new NearestFact(field, scope.Fact(new RowPath(0, table.Name), field, out _));
        }

        return null;
    }
}
