namespace ComplianceRules.Expressions;

/// <summary>Finds which rows and which lists of rows a name or a chain of names means; says nothing where it means none.</summary>
internal static class RowNames
{
    public const string Previous = "previous";

    /// <summary>The row that a name or chain means: a macro's variable, a table, <c>previous</c>, and a table above a variable's row.</summary>
    public static RowPath? RowOf(this ExpressionScope scope, Syntax syntax) => syntax switch
    {
        NameSyntax name when scope.Variable(name.Name) is { } variable => variable.Table is { } table ? new RowPath(variable.Frame, table) : null,
        NameSyntax { Name: Previous } => scope.OwnRow() with { InPrevious = true },
        NameSyntax name => scope.PathTo(name.Name),
        MemberSyntax member when scope.RowOf(member.Target) is { } row => scope.Onward(row, member.Name),
        _ => null,
    };

    /// <summary>The list of rows that a name or chain means.</summary>
    public static RowsExpression? RowsOf(this ExpressionScope scope, Syntax syntax)
    {
        (RowPath? row, string name) = syntax switch
        {
            NameSyntax n when scope.Variable(n.Name) is null => (scope.OwnRow(), n.Name),
            MemberSyntax m => (scope.RowOf(m.Target), m.Name),
            _ => (null, string.Empty),
        };
        if (row is null || scope.Schema.Table(row.Table)!.Field(name) is not null) return null;
        return scope.Schema.List(row.Table, name) is { } list ? new RowsExpression(new ChildListPath(row, name, list.Name)) : null;
    }

    /// <summary>The macro's variable of a name; null where there is none.</summary>
    public static MacroVariable? Variable(this ExpressionScope scope, string name) => scope.Variables.FirstOrDefault(v => v.Name == name);

    // Only from a variable's own row or from `previous` does a chain go on: `school.region` would be a second way to write `region`.
    private static RowPath? Onward(this ExpressionScope scope, RowPath row, string name)
    {
        if (name == Previous) return row == scope.VariableRow(row.Frame) ? row with { InPrevious = true } : null;
        RowPath now = row with { InPrevious = false };
        bool isStart = now == scope.VariableRow(row.Frame) || (row.InPrevious && now == scope.OwnRow());
        if (!isStart) return null;
        if (name == row.Table) return scope.Schema.Table(name)!.Parent == name ? row with { Above = true } : null;
        return scope.Schema.SelfAndAncestors(row.Table).Any(t => t.Name == name) ? row with { Table = name } : null;
    }

    private static RowPath? VariableRow(this ExpressionScope scope, int frame) =>
        frame > scope.VariablesFrom() ? new RowPath(frame, scope.Variables[frame - scope.VariablesFrom() - 1].Table!) : null;
}
