using System.Collections.Immutable;
using System.Text;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Engine;

/// <summary>One line of a batch of expressions: <c>{"id": …, "expression": …, "facts": {…}, "asOf": …}</c>.</summary>
/// <remarks>Immutable; may be shared between threads. <c>facts</c>, <c>asOf</c> and <c>id</c> may be left out.</remarks>
public sealed class TrialLine
{
    private const string NoId = "null";

    private readonly TrialErrors? _refused;
    private readonly string _expression = string.Empty;
    private readonly TrialFacts _facts = TrialFacts.None;
    private readonly DateOnly? _asOf;

    private TrialLine(SourceFile line)
    {
        if (!ExpressionTrial.HasRoom)
        {
            _refused = ExpressionTrial.TooDeep;
            return;
        }

        DiagnosticBag problems = new();
        if (StrictJson.Read(line, problems, keepsLongInts: true) is not { } root)
        {
            _refused = new TrialErrors(problems.InFileOrder(), AreOfFacts: false);
            return;
        }

        if (root.Kind != JsonKind.Object)
        {
            problems.Report(DiagnosticCodes.TrialLineNoObject, root.Span);
            _refused = new TrialErrors(problems.InFileOrder(), AreOfFacts: false);
            return;
        }

        ObjectReader reader = new(root, problems);
        Id = IdOf(reader.Optional("id"), problems);
        string? expression = reader.Required("expression") is { } text ? NodeReader.AnyText(text, "expression", problems) : null;
        _asOf = reader.IsNull("asOf") ? null : reader.OptionalDate("asOf");
        JsonNode? given = reader.Optional("facts");
        reader.Done();
        int before = problems.Count;
        TrialFacts? facts = given is null ? TrialFacts.None : TrialFacts.Of(given, problems);
        bool areOfFacts = before == 0 && problems.Count > 0;
        ImmutableArray<Diagnostic> written = expression is not null && facts is null ? ExpressionTrial.ProblemsOfText(expression) : [];
        if (problems.HasErrors) _refused = new TrialErrors([.. written, .. problems.InFileOrder()], areOfFacts && written.IsEmpty);
        (_expression, _facts) = (expression ?? string.Empty, facts ?? TrialFacts.None);
    }

    /// <summary>The line's id as JSON writes it: a text in quotes, a number, or <c>null</c>.</summary>
    public string Id { get; } = NoId;

    /// <summary>Reads a line.</summary>
    /// <param name="line">The line; UTF-8, without its end.</param>
    /// <returns>The line, also where it cannot be used: then running it gives its errors.</returns>
    public static TrialLine Read(SourceFile line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return new TrialLine(line);
    }

    /// <summary>What a line that is too long to be read comes to.</summary>
    /// <param name="name">What its place is shown under.</param>
    public static TrialErrors TooLong(string name) =>
        new([new Diagnostic(DiagnosticCodes.TrialLineTooLong, SourceSpan.Whole(name), "4 MiB")], AreOfFacts: false);

    /// <summary>Tries the expression.</summary>
    /// <param name="asOf">The day of assessment where the line has none of its own; null for none.</param>
    public TrialResult Run(DateOnly? asOf) => _refused ?? ExpressionTrial.Run(_expression, _facts, _asOf ?? asOf);

    private static string IdOf(JsonNode? id, DiagnosticBag problems)
    {
        if (id is null or { Kind: JsonKind.Null }) return NoId;
        if (id.Kind is JsonKind.Text or JsonKind.Number) return Encoding.UTF8.GetString(id.Bytes.Span);
        problems.Report(DiagnosticCodes.TrialIdUnusable, id.Span);
        return NoId;
    }
}
