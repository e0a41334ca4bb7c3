namespace ComplianceRules.Spreadsheets.Problems;

/// <summary>A table that is copied: a CSV file, or a sheet of a workbook.</summary>
/// <param name="file">The file as places name it.</param>
/// <param name="sheet">The sheet as places name it; null where the file has no sheets.</param>
internal abstract class CopiedTable(string file, string? sheet)
{
    public string File => file;

    public string? Sheet => sheet;

    /// <summary>Whether people do not see it.</summary>
    public virtual bool IsHidden => false;

    /// <summary>What its sheet in a copy is to be called.</summary>
    public string Name => sheet ?? Path.GetFileNameWithoutExtension(file);

    /// <summary>Every row from the first on, blank ones too; read anew at each call, a row at a time.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public abstract IEnumerable<CopiedRow> Rows();
}
