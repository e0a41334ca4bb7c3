namespace ComplianceRules.Packs;

/// <summary>A file of a pack, in memory.</summary>
/// <remarks>Immutable as long as nobody writes to the bytes.</remarks>
/// <param name="Path">Where it lies, joined with <c>/</c>, such as <c>cn/rules/homework.json</c>: a pack's folder has a <c>pack.json</c>.</param>
/// <param name="Bytes">What is in it.</param>
public sealed record RulePackFile(string Path, ReadOnlyMemory<byte> Bytes);
