using ComplianceRules.Cli.Output;
using ComplianceRules.Engine;
using ComplianceRules.Expressions;
using ComplianceRules.Reports;

namespace ComplianceRules.Cli.Commands;

/// <summary>Prints what became of one expression.</summary>
internal static class EvalPrinter
{
    private const string Indent = "  ";

    public static ExitCode Print(TrialResult result, Session session)
    {
        switch (result)
        {
            case TrialValue value:
                session.Terminal.Out.WriteLine($"{Printable.Of(Shown(value))} : {TrialJson.NameOf(value.Type)}");
                return ExitCode.Success;
            case TrialUndetermined open:
                session.Terminal.Out.WriteLine(session.Words.ValueUndetermined);
                foreach (MissingFact fact in open.Missing) session.Terminal.Out.WriteLine(Indent + Printable.Of(Missing(fact, session)));
                return ExitCode.Undetermined;
            case TrialErrors errors:
                DiagnosticPrinter.Print(session.Terminal.Error, errors.Diagnostics, session);
                return errors.AreOfFacts ? ExitCode.Data : ExitCode.Packs;
            default:
                throw new ArgumentOutOfRangeException(nameof(result));
        }
    }

    private static string Missing(MissingFact fact, Session session)
    {
        string reason = session.Words.Of(fact.Reason);
        return fact.Rows > 1 ? session.Words.MissingInRows(fact.Path, reason, fact.Rows) : session.Words.MissingBecause(fact.Path, reason);
    }

    // A text stands in quotes, so that an empty one is seen and one that reads like a number is told apart.
    private static string Shown(TrialValue value) => value.Type switch
    {
        TrialType.Text => $"\"{value.Text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\r", "\\r", StringComparison.Ordinal)}\"",
        TrialType.List or TrialType.Set => $"[{string.Join(", ", value.Items.Select(Shown))}]",
        _ => value.Text,
    };
}
