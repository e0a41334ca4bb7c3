namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>One workbook: its index, and what its sheets share, each read once.</summary>
/// <remarks>For one thread.</remarks>
internal sealed class Workbook
{
    private readonly DataFile _file;
    private readonly CancellationToken _cancellation;
    private readonly WorkbookIndex _index;
    private SharedTexts? _texts;
    private CellStyles? _styles;

    /// <summary>Opens a workbook.</summary>
    /// <exception cref="WorkbookException">It cannot be read.</exception>
    public Workbook(DataFile file, CancellationToken cancellation)
    {
        _file = file;
        _cancellation = cancellation;
        using WorkbookPackage package = OpenPackage();
        _index = WorkbookIndex.Read(package);
    }

    /// <summary>The sheets with cells, in their order.</summary>
    public IReadOnlyList<SheetEntry> Sheets => _index.Sheets;

    public string FileName => _file.Name;

    public bool CountsFrom1904 => _index.CountsFrom1904;

    public WorkbookPackage OpenPackage() => WorkbookPackage.Open(_file, _cancellation);

    public SharedTexts Texts(WorkbookPackage package) => _texts ??= _index.Texts is { } part && package.Has(part) ? SharedTexts.Read(package, part) : SharedTexts.None;

    public CellStyles Styles(WorkbookPackage package) => _styles ??= _index.Styles is { } part && package.Has(part) ? CellStyles.Read(package, part) : CellStyles.None;

    /// <summary>The text of a sheet's first cell; empty where it has none or cannot be read, which reading its records will say.</summary>
    public string FirstCell(SheetEntry sheet)
    {
        try
        {
            using XlsxRows rows = new(this, sheet, isProbe: true);
            return rows.Next() && rows.Number == 1 ? rows[0].Text ?? string.Empty : string.Empty;
        }
        catch (WorkbookException)
        {
            return string.Empty;
        }
    }
}
