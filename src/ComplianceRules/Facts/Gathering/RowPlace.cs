namespace ComplianceRules.Facts;

/// <summary>Where a row stands.</summary>
/// <param name="File">The number of the file, from 1; 0 where nobody said.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1; 0 where only the line is known.</param>
internal readonly record struct RowPlace(int File, int Line, int Column);
