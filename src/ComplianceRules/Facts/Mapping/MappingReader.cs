using System.Collections.Immutable;
using ComplianceRules.Diagnostics;
using ComplianceRules.Json;

namespace ComplianceRules.Facts;

/// <summary>Reads a mapping file against a schema.</summary>
/// <param name="schema">The tables and fields that facts can have.</param>
/// <param name="problems">Takes what is wrong.</param>
internal sealed class MappingReader(FactSchema schema, DiagnosticBag problems)
{
    public SnapshotMapping Read(JsonNode root)
    {
        ObjectReader reader = new(root, problems);
        _ = reader.OptionalText("$schema");
        string? encoding = Encoding(reader);
        CellWords words = Words(reader);
        ImmutableArray<MappedTable> tables = new MappedTableReader(schema, words, problems).Read(reader);
        MappingConstants constants = new(schema, problems);
        constants.Read(reader, tables);
        SnapshotMapping mapping = new(tables)
        {
            Date = reader.OptionalDate("date"),
            Title = reader.OptionalText("title"),
            Encoding = encoding,
            Covers = Covers(reader),
            Calendar = reader.OptionalObject("calendar") is { } calendar ? new AuthorCalendarReader(problems).Read(calendar) : null,
            Constants = constants.Facts,
            SchoolRegion = constants.SchoolRegion,
            Words = words,
        };
        reader.Done();
        return mapping;
    }

    private string? Encoding(ObjectReader reader)
    {
        string? name = reader.OptionalText("encoding");
        if (name is null || TextEncodings.IsKnown(name)) return name;
        problems.Add(new Diagnostic(DiagnosticCodes.MappingEncoding, reader.Node["encoding"]!.Span, JsonFault.Shown(name)) { DidYouMean = NearestName.Of(name, TextEncodings.Names) });
        return null;
    }

    private static CellWords Words(ObjectReader reader) => new(
        reader.Has("nulls") ? CellWords.Set(reader.OptionalTexts("nulls")) : CellWords.Default.Nulls,
        reader.Has("true") ? CellWords.Set(reader.OptionalTexts("true")) : CellWords.Default.True,
        reader.Has("false") ? CellWords.Set(reader.OptionalTexts("false")) : CellWords.Default.False);

    private ImmutableArray<RegionCode> Covers(ObjectReader reader)
    {
        ImmutableArray<RegionCode>.Builder covers = ImmutableArray.CreateBuilder<RegionCode>();
        foreach (JsonNode item in reader.OptionalArray("covers"))
        {
            if (NodeReader.Text(item, "covers", problems) is not { } text) continue;
            if (RegionCode.TryParse(text, out RegionCode code)) covers.Add(code);
            else problems.Report(DiagnosticCodes.MappingRegion, item.Span, JsonFault.Shown(text));
        }

        return covers.ToImmutable();
    }
}
