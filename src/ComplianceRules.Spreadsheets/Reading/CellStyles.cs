using System.Globalization;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The number formats of the cells of a workbook, by the number of their style.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class CellStyles
{
    private const int MostStyles = 1 << 18;

    private readonly List<NumberFormat> _formats = [];

    private CellStyles()
    {
    }

    public static CellStyles None { get; } = new();

    /// <summary>Reads the styles.</summary>
    /// <exception cref="WorkbookException">They are damaged.</exception>
    public static CellStyles Read(WorkbookPackage package, string part)
    {
        CellStyles styles = new();
        Dictionary<int, NumberFormat> written = [];
        List<int> formats = [];
        using PartReader reader = package.Read(part);
        reader.Root("styleSheet");
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name == "numFmts") ReadFormats(reader, written);
            else if (reader.Name == "cellXfs") ReadCells(reader, formats);
        }

        reader.Finish();
        if (formats.Count > MostStyles) throw package.Damaged(part);
        styles._formats.AddRange(formats.Select(f => written.TryGetValue(f, out NumberFormat? format) ? format : NumberFormat.OfBuiltIn(f)));
        return styles;
    }

    /// <summary>The format of a style; a style that is not there shows numbers as they are.</summary>
    public NumberFormat At(int style) => style >= 0 && style < _formats.Count ? _formats[style] : NumberFormat.General;

    private static void ReadFormats(PartReader reader, Dictionary<int, NumberFormat> written)
    {
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name == "numFmt" && reader.Attribute("formatCode") is { } code) written[Id(reader)] = NumberFormat.Of(code);
        }
    }

    private static void ReadCells(PartReader reader, List<int> formats)
    {
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name == "xf") formats.Add(Id(reader));
        }
    }

    private static int Id(PartReader reader) => int.TryParse(reader.Attribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out int id) ? id : 0;
}
