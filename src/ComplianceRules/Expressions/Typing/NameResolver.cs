using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Finds what names mean: fields, fields of rows above, the day of assessment, and what <c>has</c> asks for.</summary>
internal sealed class NameResolver(TypingContext context)
{
    internal const string AsOf = "as_of";
    private const string Previous = "previous";

    private readonly ExpressionScope _scope = context.Scope;

    public TypedExpression? Name(NameSyntax name)
    {
        if (name.Name == AsOf) return new AsOfExpression();
        if (Own.Field(name.Name) is { } field) return new FieldExpression(_scope.OwnRow(), field);
        if (_scope.Schema.List(Own.Name, name.Name) is not null) return context.Refuse(DiagnosticCodes.ListIsNoValue, name, name.Name);
        return _scope.PathTo(name.Name) is null
            ? context.RefuseName(DiagnosticCodes.UnknownFact, name, MeantBy(name.Name), name.Name)
            : context.Refuse(DiagnosticCodes.TableIsNoValue, name, name.Name);
    }

    public TypedExpression? Member(MemberSyntax member)
    {
        if (RowOf(member) is not { } row) return null;
        TableSchema table = _scope.Schema.Table(row.Table)!;
        if (table.Field(member.Name) is { } field) return new FieldExpression(row, field);
        return _scope.Schema.List(table.Name, member.Name) is null
            ? context.RefuseName(DiagnosticCodes.UnknownFact, member, MeantBy(table, member.Name), $"{table.Name}.{member.Name}")
            : context.Refuse(DiagnosticCodes.ListIsNoValue, member, $"{table.Name}.{member.Name}");
    }

    public TypedExpression? Has(CallSyntax call)
    {
        if (call.Arguments is not [NameSyntax or MemberSyntax]) return context.Refuse(DiagnosticCodes.HasNeedsName, call);
        Syntax asked = call.Arguments[0];
        if (List(asked) is { } list) return list;
        TypedExpression? fact = asked is MemberSyntax member ? Member(member) : Name((NameSyntax)asked);
        return fact switch
        {
            null => null,
            FieldExpression field => new HasExpression(field.Row, field.Field, null),
            _ => context.Refuse(DiagnosticCodes.HasNeedsName, call),
        };
    }

    private TableSchema Own => _scope.Schema.Table(_scope.OwnTable())!;

    private HasExpression? List(Syntax asked)
    {
        (RowPath? row, string name) = asked switch
        {
            NameSyntax n => (_scope.OwnRow(), n.Name),
            MemberSyntax { Target: NameSyntax t } m => (_scope.PathTo(t.Name), m.Name),
            _ => (null, string.Empty),
        };
        bool isList = row is not null && _scope.Schema.Table(row.Table)!.Field(name) is null && _scope.Schema.List(row.Table, name) is not null;
        return isList ? new HasExpression(row!, null, name) : null;
    }

    private RowPath? RowOf(MemberSyntax member)
    {
        if (member.Target is BrokenSyntax) return null;
        if (_scope.PathTo((member.Target as NameSyntax)?.Name ?? string.Empty) is null && HabitNames.Member(member.Name) is { } meant)
            context.Refuse(DiagnosticCodes.OtherNotation, member, member.Name, meant);
        else if (member.Target is not NameSyntax table)
            context.Refuse(DiagnosticCodes.PartOfValue, member, member.Name);
        else if (table.Name == Previous)
            context.Refuse(DiagnosticCodes.NotYetUnderstood, table, Previous);
        else if (_scope.PathTo(table.Name) is { } path)
            return path;
        else if (Own.Field(table.Name) is not null)
            context.Refuse(DiagnosticCodes.PartOfValue, member, member.Name);
        else
            context.RefuseName(DiagnosticCodes.UnknownTable, table, NearestName.Of(table.Name, _scope.TablesWithinReach()), table.Name, string.Join(", ", _scope.TablesWithinReach()));
        return null;
    }

    // A fact of a row above is the best guess for a name that only that row has.
    private string? MeantBy(string name)
    {
        string? above = _scope.TablesWithinReach().FirstOrDefault(t => t != Own.Name && _scope.Schema.Table(t)!.Field(name) is not null);
        return above is null ? NearestName.Of(name, Own.Fields.Keys.Append(AsOf)) : $"{above}.{name}";
    }

    private static string? MeantBy(TableSchema table, string name) =>
        NearestName.Of(name, table.Fields.Keys) is { } near ? $"{table.Name}.{near}" : null;
}
