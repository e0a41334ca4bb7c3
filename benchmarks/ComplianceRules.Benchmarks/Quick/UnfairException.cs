namespace ComplianceRules.Benchmarks;

/// <summary>Two contenders did not come to the same counts, so their times may not be compared.</summary>
/// <param name="message">Who differs in which rule.</param>
internal sealed class UnfairException(string message) : Exception(message);
