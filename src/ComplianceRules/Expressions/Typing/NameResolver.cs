using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Expressions;

/// <summary>Finds what names mean: variables, fields, fields of rows above and of the earlier snapshot, the day of assessment, and what <c>has</c> asks for.</summary>
internal sealed class NameResolver(TypingContext context)
{
    internal const string AsOf = "as_of";

    private readonly ExpressionScope _scope = context.Scope;

    public TypedExpression? Name(NameSyntax name)
    {
        if (_scope.Variable(name.Name) is { } variable)
            return variable.Type is null ? context.Refuse(DiagnosticCodes.TableIsNoValue, name, name.Name) : new VariableExpression(variable);
        if (_scope.Constants.TryGetValue(name.Name, out TypedExpression? constant)) return constant;
        if (name.Name == AsOf) return new AsOfExpression();
        if (Own.Fact(name.Name) is { } field) return Fact(_scope.OwnRow(), field, name);
        if (_scope.RowsOf(name) is not null) return context.Refuse(DiagnosticCodes.ListIsNoValue, name, name.Name);
        return _scope.RowOf(name) is null
            ? context.RefuseName(DiagnosticCodes.UnknownFact, name, MeantBy(name.Name), name.Name)
            : context.Refuse(DiagnosticCodes.TableIsNoValue, name, name.Name);
    }

    public TypedExpression? Member(MemberSyntax member)
    {
        if (member.Target is NameSyntax named && _scope.Constants.TryGetValue($"{named.Name}.{member.Name}", out TypedExpression? constant)) return constant;
        if (RowOf(member) is not { } row) return null;
        TableSchema table = _scope.Schema.Table(row.Table)!;
        if (table.Fact(member.Name) is { } field) return Fact(row, field, member);
        if (_scope.RowsOf(member) is not null) return context.Refuse(DiagnosticCodes.ListIsNoValue, member, $"{table.Name}.{member.Name}");
        return _scope.RowOf(member) is not null
            ? context.Refuse(DiagnosticCodes.TableIsNoValue, member, member.Name)
            : context.RefuseName(DiagnosticCodes.UnknownFact, member, MeantBy(member, table), $"{table.Name}.{member.Name}");
    }

    public TypedExpression? Has(CallSyntax call)
    {
        if (call.Arguments is not [NameSyntax or MemberSyntax]) return context.Refuse(DiagnosticCodes.HasNeedsName, call);
        Syntax asked = call.Arguments[0];
        if (_scope.RowsOf(asked) is { List: var list })
            return list.Row.InPrevious ? context.Refuse(DiagnosticCodes.PreviousList, asked, list.List) : new HasExpression(list.Row, null, list.List);
        if (IsDerived(asked)) return context.Refuse(DiagnosticCodes.HasOfDerived, asked, ((asked as MemberSyntax)?.Name ?? (asked as NameSyntax)?.Name)!);
        TypedExpression? fact = asked is MemberSyntax member ? Member(member) : Name((NameSyntax)asked);
        return fact switch
        {
            null => null,
            FieldExpression field => new HasExpression(field.Row, field.Field, null),
            // A constant that is a list: there, or a choice by a fact that is missing.
            ListExpression => new LiteralExpression(ExpressionType.Bool, Value.True),
            ConditionalExpression { Condition: FieldExpression field } => new HasExpression(field.Row, field.Field, null),
            _ => context.Refuse(DiagnosticCodes.HasNeedsName, call),
        };
    }

    private TableSchema Own => _scope.Schema.Table(_scope.OwnTable())!;

    private TypedExpression? Fact(RowPath row, FieldSchema field, Syntax at)
    {
        if (_scope.Fact(row, field, out bool isOutOfReach) is not { } fact) return isOutOfReach ? context.Refuse(DiagnosticCodes.DerivedOutOfReach, at, field.Name) : null;
        bool isTooDeep = field.IsDerived && _scope.NestedMacros(fact) > ListTyper.NestedMacros;
        return isTooDeep ? context.Refuse(DiagnosticCodes.MacrosTooDeep, at, ExpressionBounds.Text(ListTyper.NestedMacros)) : fact;
    }

    private RowPath? RowOf(MemberSyntax member)
    {
        if (member.Target is BrokenSyntax) return null;
        if (_scope.RowOf(member.Target) is { } path) return path;
        if (HabitNames.Member(member.Name) is { } meant) context.Refuse(DiagnosticCodes.OtherNotation, member, member.Name, meant);
        else if (_scope.RowsOf(member.Target) is not null) RefuseList(member.Target);
        else if (member.Target is not NameSyntax table || IsValue(table.Name))
            context.Refuse(DiagnosticCodes.PartOfValue, member, member.Name);
        else
            context.RefuseName(DiagnosticCodes.UnknownTable, table, NearestName.Of(table.Name, NamesOfRows), table.Name, string.Join(", ", NamesOfRows));
        return null;
    }

    private bool IsDerived(Syntax asked) => asked switch
    {
        NameSyntax name => _scope.Variable(name.Name) is null && Own.Fact(name.Name)?.IsDerived == true,
        MemberSyntax member => _scope.RowOf(member.Target) is { } row && _scope.Schema.Table(row.Table)!.Fact(member.Name)?.IsDerived == true,
        _ => false,
    };

    private bool IsValue(string name) => _scope.Variable(name) is not null || Own.Fact(name) is not null || _scope.Constants.ContainsKey(name);

    // By its name a list says itself what is done with it.
    private void RefuseList(Syntax list)
    {
        if (list is MemberSyntax member) Member(member);
        else if (list is NameSyntax name) Name(name);
    }

    private IEnumerable<string> NamesOfRows => _scope.Variables.Where(v => v.Table is not null).Select(v => v.Name).Concat(_scope.TablesWithinReach());

    // A fact of a row above, or of a variable's row, is the best guess for a name that only that row has.
    private string? MeantBy(string name)
    {
        MacroVariable? variable = _scope.Variables.LastOrDefault(v => v.Table is { } table && _scope.Schema.Table(table)!.Fact(name) is not null);
        string? above = variable?.Name ?? _scope.TablesWithinReach().FirstOrDefault(t => t != Own.Name && _scope.Schema.Table(t)!.Fact(name) is not null);
        if (above is not null) return $"{above}.{name}";
        return NearestName.Of(name, Own.Fields.Keys.Concat(Own.DerivedFields.Keys).Concat(_scope.Constants.Keys).Concat(_scope.Variables.Select(v => v.Name)).Append(AsOf));
    }

    private static string? MeantBy(MemberSyntax member, TableSchema table)
    {
        if (NearestName.Of(member.Name, table.Fields.Keys.Concat(table.DerivedFields.Keys)) is not { } near) return null;
        return member.Target is NameSyntax row ? $"{row.Name}.{near}" : near;
    }
}
