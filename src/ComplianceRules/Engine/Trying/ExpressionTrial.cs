using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ComplianceRules.Diagnostics;
using ComplianceRules.Expressions;
using ComplianceRules.Facts;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>Tries an expression of the rule language on facts alone, without packs.</summary>
/// <remarks>
/// Ints are read and counted as CEL does: 64 bit, <c>/</c> of two ints is whole, <c>%</c> has the sign of the left, <c>size()</c> is an int. A fact that is null takes the type with
/// which the expression makes sense.
/// </remarks>
public static class ExpressionTrial
{
    /// <summary>What places in an expression are shown under.</summary>
    public const string FileName = "expression";

    /// <summary>Tries an expression.</summary>
    /// <param name="expression">The expression, however long or strange.</param>
    /// <param name="facts">The facts; a name that they do not have is an error, for a typo must not read as a missing fact.</param>
    /// <param name="asOf">The day of assessment; null leaves <c>as_of</c> missing.</param>
    public static TrialResult Run(string expression, TrialFacts facts, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(facts);
        if (!HasRoom) return TooDeep;
        try
        {
            return Run(JsonNode.Bare(FileName, expression), facts, asOf);
        }
        catch (InsufficientExecutionStackException)
        {
            return TooDeep;
        }
    }

    /// <summary>Reads facts and tries an expression on them.</summary>
    /// <param name="expression">The expression, however long or strange.</param>
    /// <param name="facts">A JSON object; see <see cref="TrialFacts"/>.</param>
    /// <param name="asOf">The day of assessment; null leaves <c>as_of</c> missing.</param>
    public static TrialResult Run(string expression, SourceFile facts, DateOnly? asOf)
    {
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(facts);
        if (!HasRoom) return TooDeep;
        Checked<TrialFacts> read = TrialFacts.Read(facts);
        if (read.IsValid) return Run(expression, read.Value, asOf);
        ImmutableArray<Diagnostic> written = ProblemsOfText(expression);
        return new TrialErrors([.. written, .. read.Diagnostics], AreOfFacts: written.IsEmpty);
    }

    /// <summary>Whether the thread has stack enough for what is bounded: reading JSON and expressions.</summary>
    internal static bool HasRoom => RuntimeHelpers.TryEnsureSufficientExecutionStack();

    /// <summary>What an expression comes to on a thread whose stack is too small.</summary>
    internal static TrialErrors TooDeep => new([new Diagnostic(DiagnosticCodes.TrialStackTooSmall, new SourceSpan(FileName, 1, 1))], AreOfFacts: false);

    /// <summary>The problems of an expression whose facts are refused: those that need no facts.</summary>
    internal static ImmutableArray<Diagnostic> ProblemsOfText(string expression)
    {
        DiagnosticBag problems = new();
        ExpressionReader.Read(JsonNode.Bare(FileName, expression), problems, wideNumbers: true);
        return problems.InFileOrder();
    }

    private static TrialResult Run(JsonNode text, TrialFacts facts, DateOnly? asOf)
    {
        DiagnosticBag problems = new();
        (TypedExpression? expression, TrialWorld world) = new TrialInference(facts, new TrialExpression(text), asOf is not null).Settle(problems);
        if (expression is null || problems.HasErrors) return new TrialErrors([.. problems.InFileOrder().Select(TrialProblems.WithoutPacks)], AreOfFacts: false);
        Snapshot snapshot = new TrialRows(world).Make();
        ReferenceInterpreter interpreter = new(snapshot, asOf ?? default, new NoVerdicts());
        RowFrames rows = new(snapshot.Table(TrialFactsReader.SubjectName), 0, new ParameterTable([]));
        Value value = interpreter.Evaluate(expression, rows);
        return value is UnknownValue ? new TrialUndetermined(interpreter.Missing(expression, rows)) : TrialValues.Of(value, expression.Type);
    }
}
