namespace ComplianceRules.Spreadsheets;

/// <summary>One file of a form.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Name">Its name, without a folder.</param>
/// <param name="Bytes">Its content.</param>
public sealed record FormFile(string Name, ReadOnlyMemory<byte> Bytes);
