namespace ComplianceRules.Diagnostics;

/// <summary>A place in a file.</summary>
/// <remarks>Line and column are 1-based; a column counts UTF-16 units of its line, a byte order mark not counted.</remarks>
/// <param name="File">The file's name as the caller gave it.</param>
/// <param name="Line">The line, from 1; 0 where only the file is known.</param>
/// <param name="Column">The column, from 1; 0 where only the line is known.</param>
/// <param name="Length">UTF-16 units that the place covers on its line; at least 1.</param>
/// <param name="LineText">The line itself for the caret, cut at 500 units; null where it is not at hand.</param>
public sealed record SourceSpan(string File, int Line, int Column, int Length = 1, string? LineText = null)
{
    /// <summary>A whole file, with no line.</summary>
    /// <param name="file">The file's name as the caller gave it.</param>
    public static SourceSpan Whole(string file) => new(file, 0, 0);

    /// <summary>The place as <c>file(line,column)</c>, without the parts that are not known.</summary>
    public override string ToString() => Line == 0 ? File : Column == 0 ? $"{File}({Line})" : $"{File}({Line},{Column})";
}
