using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Says comparisons: with null, of two values, and of a value with one that is written in quotes.</summary>
internal sealed class ComparisonSayer(Translator translator)
{
    public Said? Compare(LinqSyntax at, LinqOperator sign, Said left, Said right)
    {
        if (right.Kind == SaidKind.Null) return WithNull(at, sign, left);
        if (left.Kind == SaidKind.Null) return WithNull(at, sign, right);
        (left, right) = (Beside(left, right), Beside(right, left));
        if (!IsValue(left) || !IsValue(right) || LiesApart(sign, left, right) || LiesApart(sign, right, left)) return translator.Refuse(at);
        TellFractions(at, left, right);
        TellMidnight(at, sign, left, right);
        bool isEqual = sign == LinqOperator.Equal;
        MeaningCompare meaning = new(isEqual, sign == LinqOperator.NotEqual, left.Meaning, right.Meaning);
        return new Said($"{left.At(SaidLevel.Sum)} {Sign(sign)} {right.At(SaidLevel.Sum)}", SaidLevel.Relation, SaidKind.Truth, meaning)
        {
            IsConstant = left.IsConstant && right.IsConstant,
            Comparison = new SaidComparison(left, sign, right),
        };
    }

    /// <summary>A value as it is beside another: what is written in quotes becomes a number, day or time where the other is one, as in RulesEngine.</summary>
    public static Said Beside(Said value, Said other) => value.Content is not { } text ? value : other.Kind switch
    {
        SaidKind.Number => Literals.Number(text, text.All(char.IsAsciiDigit) ? LinqNumberKind.Long : LinqNumberKind.Decimal) ?? value,
        SaidKind.Date => Literals.Date(text) ?? value,
        SaidKind.Time => Literals.Time(text) ?? value,
        _ => value,
    };

    private Said? WithNull(LinqSyntax at, LinqOperator sign, Said value)
    {
        if (value.Asked is not { } asked || sign is not (LinqOperator.Equal or LinqOperator.NotEqual)) return translator.Refuse(at);
        bool isWanted = sign == LinqOperator.NotEqual;
        string text = $"has({asked})";
        return new Said(isWanted ? text : $"!{text}", isWanted ? SaidLevel.Primary : SaidLevel.Sign, SaidKind.Truth, new MeaningPresent(value.Meaning, isWanted));
    }

    private void TellFractions(LinqSyntax at, Said left, Said right)
    {
        bool isBinary = (left.IsComputed && !left.IsWhole) || (right.IsComputed && !right.IsWhole) || ((left.IsComputed || right.IsComputed) && !(left.IsWhole && right.IsWhole));
        if (left.Kind == SaidKind.Number && isBinary) translator.Tell(DiagnosticCodes.BinaryFractions, at, at.Place.Text);
    }

    private void TellMidnight(LinqSyntax at, LinqOperator sign, Said left, Said right)
    {
        if (IsOrder(sign) && (left.Field?.Scale?.PassesMidnight == true || right.Field?.Scale?.PassesMidnight == true)) translator.Tell(DiagnosticCodes.TimePastMidnight, at, at.Place.Text);
    }

    // A time that the field cannot have would lie after all that it can, and in RulesEngine before them.
    private static bool LiesApart(LinqOperator sign, Said field, Said written) =>
        IsOrder(sign) && field.Field?.Scale is { PassesMidnight: true } scale && written.Minute is { } minute && !scale.Contains(scale.Place(minute));

    private static bool IsOrder(LinqOperator sign) => sign is not (LinqOperator.Equal or LinqOperator.NotEqual);

    private static bool IsValue(Said said) => said.Kind is not (SaidKind.Row or SaidKind.Rows or SaidKind.Values or SaidKind.Null);

    /// <summary>A comparison as the rule language writes it.</summary>
    public static string Sign(LinqOperator sign) => sign switch
    {
        LinqOperator.Equal => "==",
        LinqOperator.NotEqual => "!=",
        LinqOperator.Less => "<",
        LinqOperator.LessOrEqual => "<=",
        LinqOperator.Greater => ">",
        _ => ">=",
    };
}
