using ComplianceRules.Diagnostics;

namespace ComplianceRules.Spreadsheets.Reading;

/// <summary>The texts that the cells of a workbook share.</summary>
/// <remarks>Immutable.</remarks>
internal sealed class SharedTexts
{
    private const long MostCharacters = 128L << 20;
    private const int MostTexts = 8 << 20;

    private readonly List<CellContent> _texts = [];

    private SharedTexts()
    {
    }

    public static SharedTexts None { get; } = new();

    /// <summary>Reads them.</summary>
    /// <exception cref="WorkbookException">They are damaged or too many.</exception>
    public static SharedTexts Read(WorkbookPackage package, string part)
    {
        SharedTexts shared = new();
        using PartReader reader = package.Read(part, WorkbookPackage.LargestTexts);
        reader.Root("sst");
        long characters = 0;
        for (int depth = reader.Depth; reader.NextChild(depth);)
        {
            if (reader.Name != "si") continue;
            CellContent text = CellContent.Of(reader.RichText(out bool isCut), isCut);
            characters += text.Text.Length;
            shared._texts.Add(text);
            if (characters > MostCharacters || shared._texts.Count > MostTexts) throw new WorkbookException(new Diagnostic(DiagnosticCodes.WorkbookTooLarge, package.Span, part));
        }

        reader.Finish();
        return shared;
    }

    /// <summary>A text by its number; null where there is none.</summary>
    public CellContent? At(int index) => index >= 0 && index < _texts.Count ? _texts[index] : null;
}
