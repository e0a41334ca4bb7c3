using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Interop;

/// <summary>Says names and members: inputs, parameters, rows, facts and lists, and what is asked of a value behind a dot.</summary>
internal sealed class NameSayer(Translator translator)
{
    private static readonly ImmutableArray<string> Host = ["System", "Activator", "Environment", "AppDomain", "Process", "Assembly", "Type", "typeof"];

    public Said? Name(LinqName name, TranslationScope scope)
    {
        if (Known(name, scope, out Said? said)) return said;
        if (!scope.Items.IsEmpty && scope.Items[^1].Row is { Kind: SaidKind.Row } row) return Fact(row.Row!, name.Name, name);
        if (scope.IsLater(name.Name)) return translator.Refuse(DiagnosticCodes.ParameterCircle, name, name.Name);
        if (Host.Contains(name.Name, StringComparer.OrdinalIgnoreCase)) return translator.Refuse(DiagnosticCodes.ReachesIntoHost, name, name.Name);
        return translator.Refuse(DiagnosticCodes.ForeignName, name, name.Name);
    }

    public Said? Member(LinqMember member, TranslationScope scope)
    {
        if (member.Target is LinqName root && !Known(root, scope, out _) && Clock.Of(root.Name, member.Name, member, translator) is { } now) return now;
        if (translator.Say(member.Target, scope) is not { } target) return null;
        return target.Kind switch
        {
            SaidKind.Row => Fact(target.Row!, member.Name, member),
            SaidKind.Rows or SaidKind.Values or SaidKind.Set when Is(member, "Count", "Length") => ListSayer.Size(target),
            _ when Is(member, "HasValue") && target.Asked is { } asked => new Said($"has({asked})", SaidLevel.Primary, SaidKind.Truth, new MeaningPresent(target.Meaning, true)),
            _ when Is(member, "Value") && target.Asked is not null => target with { Meaning = new MeaningCall(target.Meaning, new MeaningValue((bool?)null), target.Kind == SaidKind.Truth) },
            SaidKind.Text when Is(member, "Length") => Length(member, target),
            _ => Moments.Member(target, member) ?? translator.Refuse(member),
        };
    }

    /// <summary>Whether a name is a row of a list, a parameter or an input; said is null where that is in trouble.</summary>
    public bool Known(LinqName name, TranslationScope scope, out Said? said)
    {
        said = scope.Item(name.Name);
        if (said is not null) return true;
        if (scope.Parameter(name.Name) is { } found)
        {
            said = translator.SayParameter(found.Parameter, found.Scope);
            return true;
        }

        if (translator.Inputs.Find(name.Name) is not { } input) return false;
        RowPlace row = new(null, translator.Subject.Name, input.Table.Name, null);
        said = input.List is { } list ? Rows(row, list) : new Said(name.Name, SaidLevel.Primary, SaidKind.Row, new MeaningValue((bool?)null)) { Row = row };
        return true;
    }

    private static bool Is(LinqMember member, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private Said? Fact(RowPlace row, string name, LinqSyntax at)
    {
        TableSchema table = translator.Schema.Table(row.Table)!;
        string[] found = translator.Inputs.Member(table.Name, name) is { } given ? [given] : FoldedNames.Of(name, translator.Inputs.NamesOf(table));
        if (found.Length == 0)
        {
            translator.Problems.Add(new Diagnostic(DiagnosticCodes.ForeignMember, at.Place.Span, name, table.Name) { DidYouMean = NearestName.Of(name, translator.Inputs.NamesOf(table)) });
            return null;
        }

        if (found.Length > 1) return translator.Refuse(DiagnosticCodes.ForeignMemberAmbiguous, at, name, string.Join(", ", found.Select(f => $"`{f}`")));
        if (found[0] != name && translator.Inputs.Member(table.Name, name) is null) translator.Tell(DiagnosticCodes.NameMatched, at, name, found[0]);
        return Named(row, table, found[0]);
    }

    private Said Named(RowPlace row, TableSchema table, string name)
    {
        if (table.Fact(name) is { } field) return Field(row, field);
        if (translator.Schema.List(table.Name, name) is { } list) return Rows(row, list);
        return new Said(row.Text(name), SaidLevel.Primary, SaidKind.Row, new MeaningValue((bool?)null)) { Row = row with { Table = name } };
    }

    private static Said Field(RowPlace row, FieldSchema field)
    {
        SaidKind kind = field.Type switch
        {
            FieldType.Bool => SaidKind.Truth,
            FieldType.Text => SaidKind.Text,
            FieldType.Enum => SaidKind.Enum,
            FieldType.Set => SaidKind.Set,
            FieldType.Date => SaidKind.Date,
            FieldType.Time => SaidKind.Time,
            _ => SaidKind.Number,
        };
        return new Said(row.Text(field.Name), SaidLevel.Primary, kind, new MeaningFact(row.Fact(field.Name), kind == SaidKind.Truth))
        {
            Asked = row.Text(field.Name),
            Field = field,
            IsWhole = field.Step is { } step && step >= 1 && double.IsInteger(step),
            Range = field.Range,
        };
    }

    private static Said Rows(RowPlace row, TableSchema list) => new(row.Text(list.Children), SaidLevel.Primary, SaidKind.Rows, new MeaningList(row.Fact(list.Children)))
    {
        Asked = row.Text(list.Children),
        Row = new RowPlace(null, list.Name, list.Name, row.Fact(list.Children)) { Above = row },
    };

    private Said Length(LinqMember member, Said target)
    {
        translator.Tell(DiagnosticCodes.TextLength, member, member.Place.Text);
        return new Said($"{target.At(SaidLevel.Primary)}.size()", SaidLevel.Primary, SaidKind.Number, new MeaningCall(target.Meaning, new MeaningValue((bool?)null), false)) { IsWhole = true };
    }
}
