using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Says methods of a value: those of texts, <c>Equals</c> of any, and <c>AddDays</c> of dates.</summary>
internal sealed class TextSayer(Translator translator)
{
    private readonly ComparisonSayer _comparison = new(translator);

    public Said? Method(LinqCall call, Said target, TranslationScope scope)
    {
        if (call.Arguments is not [var written] || translator.Say(written, scope) is not { } argument) return call.Arguments.Length == 1 ? null : translator.Refuse(call);
        return (target.Kind, call.Name.ToUpperInvariant()) switch
        {
            (_, "EQUALS") => Equal(call, target, argument),
            (SaidKind.Text, "CONTAINS") => Test(target, "contains", argument),
            (SaidKind.Text, "STARTSWITH") => Tested(call, target, "startsWith", argument),
            (SaidKind.Text, "ENDSWITH") => Tested(call, target, "endsWith", argument),
            (SaidKind.Date, "ADDDAYS") when argument.Kind == SaidKind.Number => Days(target, argument),
            _ => translator.Refuse(call),
        };
    }

    private Said? Equal(LinqCall call, Said target, Said argument)
    {
        if (argument.Kind == SaidKind.Null || _comparison.Compare(call, LinqOperator.Equal, target, argument) is not { } equal) return argument.Kind == SaidKind.Null ? translator.Refuse(call) : null;
        return equal with { Meaning = new MeaningLogic(false, false, new MeaningCall(target.Meaning, new MeaningValue((bool?)null), true), equal.Meaning), Comparison = null };
    }

    private Said? Tested(LinqCall call, Said target, string function, Said argument)
    {
        translator.Tell(DiagnosticCodes.CultureOfTexts, call, call.Place.Text);
        return Test(target, function, argument);
    }

    private static Said Test(Said target, string function, Said argument) =>
        new($"{target.At(SaidLevel.Primary)}.{function}({argument.Text})", SaidLevel.Primary, SaidKind.Truth, new MeaningCall(target.Meaning, argument.Meaning, true));

    private static Said Days(Said date, Said days) =>
        new($"{date.At(SaidLevel.Sum)} + days({days.Text})", SaidLevel.Sum, SaidKind.Date, new MeaningCall(date.Meaning, days.Meaning, false)) { IsConstant = date.IsConstant && days.IsConstant };
}
