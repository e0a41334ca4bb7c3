namespace ComplianceRules.Interop;

/// <summary>Says what signs and words join.</summary>
internal sealed class OperatorSayer(Translator translator)
{
    private readonly ArithmeticSayer _arithmetic = new(translator);
    private readonly ComparisonSayer _comparison = new(translator);

    public Said? Unary(LinqUnary unary, TranslationScope scope)
    {
        if (translator.Say(unary.Operand, scope) is not { } operand) return null;
        if (unary.Operator == LinqOperator.Minus) return _arithmetic.Minus(unary, operand);
        return operand.Kind == SaidKind.Truth ? new Said($"!{operand.At(SaidLevel.Primary)}", SaidLevel.Sign, SaidKind.Truth, new MeaningNot(operand.Meaning)) { IsConstant = operand.IsConstant } : translator.Refuse(unary);
    }

    public Said? Binary(LinqBinary binary, TranslationScope scope)
    {
        (Said? left, Said? right) = (translator.Say(binary.Left, scope), translator.Say(binary.Right, scope));
        if (left is null || right is null) return null;
        return binary.Operator switch
        {
            LinqOperator.And or LinqOperator.Or or LinqOperator.AndBoth or LinqOperator.OrBoth => Logic(binary, left, right),
            LinqOperator.Coalesce => Coalesce(binary, left, right),
            >= LinqOperator.Equal and <= LinqOperator.GreaterOrEqual => _comparison.Compare(binary, binary.Operator, left, right),
            _ => _arithmetic.Combine(binary, left, right),
        };
    }

    public Said? Choice(LinqSyntax at, LinqSyntax condition, LinqSyntax then, LinqSyntax otherwise, TranslationScope scope)
    {
        (Said? asked, Said? first, Said? second) = (translator.Say(condition, scope), translator.Say(then, scope), translator.Say(otherwise, scope));
        if (asked is null || first is null || second is null) return null;
        bool fits = asked.Kind == SaidKind.Truth && IsValue(first) && IsValue(second);
        return fits ? Chosen(asked, first, second, new MeaningChoice(asked.Meaning, first.Meaning, second.Meaning)) : translator.Refuse(at);
    }

    /// <summary>A value, or another where it is missing.</summary>
    public Said? Coalesce(LinqSyntax at, Said value, Said otherwise)
    {
        if (value.Asked is null || !IsValue(value) || !IsValue(otherwise)) return translator.Refuse(at);
        Said there = new($"has({value.Asked})", SaidLevel.Primary, SaidKind.Truth, new MeaningPresent(value.Meaning, true));
        return Chosen(there, value, otherwise, new MeaningCoalesce(value.Meaning, otherwise.Meaning));
    }

    public Said? Among(LinqIn among, TranslationScope scope)
    {
        if (translator.Say(among.Value, scope) is not { } value || Listed(among.List, value, scope) is not { } found) return null;
        if (value.Kind == SaidKind.Truth) return translator.Refuse(among);
        return among.IsNegated ? new Said($"!({found.Text})", SaidLevel.Sign, SaidKind.Truth, new MeaningNot(found.Meaning)) : found;
    }

    /// <summary>Whether a value is in what is written or said as a list.</summary>
    public Said? Listed(LinqSyntax list, Said value, TranslationScope scope)
    {
        if (list is LinqArray array) return InWritten(array, value, scope);
        if (translator.Say(list, scope) is not { } said) return null;
        if (said.Kind is not (SaidKind.Set or SaidKind.Values)) return translator.Refuse(list);
        Meaning meaning = new MeaningCall(said.Meaning, said.Kind == SaidKind.Set ? new MeaningValue((bool?)null) : new MeaningComputed([]), true);
        return new Said($"{value.At(SaidLevel.Sum)} in {said.At(SaidLevel.Sum)}", SaidLevel.Relation, SaidKind.Truth, value.IsConstant ? meaning : Both(meaning, value));
    }

    private static MeaningLogic Both(Meaning list, Said value) =>
        new(false, true, list, new MeaningCompare(true, false, value.Meaning, new MeaningValue((bool?)null)));

    private Said? InWritten(LinqArray array, Said value, TranslationScope scope)
    {
        List<Said> items = [];
        foreach (LinqSyntax item in array.Items)
        {
            if (translator.Say(item, scope) is not { } said) return null;
            if (!IsValue(said)) return translator.Refuse(item);
            items.Add(ComparisonSayer.Beside(said, value));
        }

        if (items.Count == 0) return translator.Refuse(array);
        Meaning meaning = items.Select(i => (Meaning)new MeaningCompare(true, false, value.Meaning, i.Meaning)).Aggregate((a, b) => new MeaningLogic(true, false, a, b));
        return new Said($"{value.At(SaidLevel.Sum)} in [{string.Join(", ", items.Select(i => i.Text))}]", SaidLevel.Relation, SaidKind.Truth, meaning);
    }

    private Said? Logic(LinqBinary binary, Said left, Said right)
    {
        if (left.Kind != SaidKind.Truth || right.Kind != SaidKind.Truth) return translator.Refuse(binary);
        bool isOr = binary.Operator is LinqOperator.Or or LinqOperator.OrBoth;
        SaidLevel level = isOr ? SaidLevel.Or : SaidLevel.And;
        Meaning meaning = new MeaningLogic(isOr, binary.Operator is LinqOperator.AndBoth or LinqOperator.OrBoth, left.Meaning, right.Meaning);
        return new Said($"{left.At(level)} {(isOr ? "||" : "&&")} {right.At(level)}", level, SaidKind.Truth, meaning) { IsConstant = left.IsConstant && right.IsConstant };
    }

    private static Said Chosen(Said condition, Said then, Said otherwise, Meaning meaning) =>
        new($"{condition.At(SaidLevel.Or)} ? {then.At(SaidLevel.Or)} : {otherwise.At(SaidLevel.Or)}", SaidLevel.Choice, then.Kind, meaning)
        {
            IsConstant = condition.IsConstant && then.IsConstant && otherwise.IsConstant,
            IsWhole = then.IsWhole && otherwise.IsWhole,
            IsComputed = then.IsComputed || otherwise.IsComputed,
            Field = then.Field,
        };

    private static bool IsValue(Said said) => said.Kind is not (SaidKind.Row or SaidKind.Rows or SaidKind.Values or SaidKind.Null);
}
