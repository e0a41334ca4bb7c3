namespace ComplianceRules.Cli.Commands;

/// <summary>What a caller of <c>explain</c> asks for.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Data">The data, the packs and the day.</param>
/// <param name="Rule">The rule's id.</param>
/// <param name="Subject">The row.</param>
/// <param name="IsJson">Whether programs read the result.</param>
internal sealed record ExplainRequest(EvaluateRequest Data, string Rule, string Subject, bool IsJson);
