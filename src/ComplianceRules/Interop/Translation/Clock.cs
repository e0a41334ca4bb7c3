using ComplianceRules.Diagnostics;

namespace ComplianceRules.Interop;

/// <summary>Says the clock: the day of assessment.</summary>
internal static class Clock
{
    /// <summary>The day of assessment; null where the member is not of a clock.</summary>
    public static Said? Of(string type, string member, LinqSyntax at, Translator translator)
    {
        if (type is not ("DateTime" or "DateTimeOffset") || member is not ("Now" or "UtcNow" or "Today")) return null;
        translator.Tell(DiagnosticCodes.ClockIsAsOf, at, at.Place.Text);
        return new Said("as_of", SaidLevel.Primary, SaidKind.Date, new MeaningValue((bool?)null)) { IsConstant = true };
    }
}
