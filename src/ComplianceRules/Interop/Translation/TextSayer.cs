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

    // Of numbers it compares types as well (a whole number is no fraction, and 45 of 32 bits is not 45 of 64), which no fact tells; null of a value that is no text is asked like any other.
    private Said? Equal(LinqCall call, Said target, Said argument)
    {
        bool areTexts = target.Kind is SaidKind.Text or SaidKind.Enum && argument.Kind is SaidKind.Text or SaidKind.Enum;
        bool areAlike = areTexts || (target.Kind is SaidKind.Truth or SaidKind.Date or SaidKind.Time && argument.Kind == target.Kind);
        if (!areAlike) return translator.Refuse(call);
        if (_comparison.Compare(call, LinqOperator.Equal, target, argument) is not { } equal) return null;
        Meaning meaning = areTexts ? new MeaningLogic(false, false, new MeaningCall(target.Meaning, new MeaningValue((bool?)null), true), equal.Meaning) : equal.Meaning;
        return equal with { Meaning = meaning, Comparison = null };
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
