namespace ComplianceRules.Reports;

/// <summary>A file of a rule book.</summary>
/// <param name="Name">Its name: letters, digits, dots, hyphens and underscores, never one that a machine takes for a device.</param>
/// <param name="Bytes">Its content: UTF-8 without a byte order mark, lines that end with a line feed.</param>
public sealed record BookFile(string Name, ReadOnlyMemory<byte> Bytes);
