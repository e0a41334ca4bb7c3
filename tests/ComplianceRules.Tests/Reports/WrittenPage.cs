using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using ComplianceRules.Diagnostics;
using ComplianceRules.Findings;
using ComplianceRules.Reports;

namespace ComplianceRules.Tests.Reports;

/// <summary>A page as it was written, with its blocks of data taken apart.</summary>
/// <param name="Text">The page.</param>
internal sealed record WrittenPage(string Text)
{
    /// <summary>The content-security policy, as a browser reads it.</summary>
    public string Policy => WebUtility.HtmlDecode(Between("http-equiv=\"Content-Security-Policy\" content=\"", "\""));

    /// <summary>The style.</summary>
    public string Style => Between("<style>", "</style>");

    /// <summary>The script.</summary>
    public string Script => Between("<script>", "</script>");

    /// <summary>The summary for browsers without scripts.</summary>
    public string Summary => Between("<noscript>", "</noscript>");

    /// <summary>The page without blocks, summary, style and script.</summary>
    public string Rest => new[] { Style, Script, Summary, Letters("head"), Letters("schools"), Letters("findings") }.Aggregate(Text, (text, part) => text.Replace(part, string.Empty, StringComparison.Ordinal));

    public static WrittenPage Of(Assessment assessment, ReportOptions? options = null) => new(Encoding.UTF8.GetString(Written.By(new HtmlReportWriter(options ?? new ReportOptions()), assessment)));

    /// <summary>The header of a block.</summary>
    public JsonElement Header(string block)
    {
        byte[] bytes = Unpacked(block);
        return JsonDocument.Parse(bytes.AsMemory(sizeof(int), BinaryPrimitives.ReadInt32LittleEndian(bytes))).RootElement;
    }

    /// <summary>The numbers of a column.</summary>
    public int[] Column(string block, string name)
    {
        byte[] bytes = Unpacked(block);
        int at = sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(bytes);
        foreach (JsonElement column in Header(block).GetProperty("columns").EnumerateArray())
        {
            if (column[0].GetString() == name) return Numbers(bytes, at, column[2].GetInt32(), column[3].GetBoolean());
            at += column[1].GetInt32();
        }

        throw new KeyNotFoundException(name);
    }

    /// <summary>The sentences of all findings, put together as the script does it.</summary>
    public IEnumerable<LocalText> Sentences()
    {
        JsonElement header = Header("findings");
        Queue<int> numbers = new(Column("findings", "numbers"));
        (int[] templates, int[] observed, int[] limits) = (Column("findings", "message"), Column("findings", "observed"), Column("findings", "limit"));
        for (int i = 0; i < templates.Length; i++)
        {
            JsonElement template = header.GetProperty("templates")[templates[i]];
            yield return new LocalText(Filled(template[0], Value(observed[i]), Value(limits[i])), Filled(template[1], Value(observed[i]), Value(limits[i])));
        }

        string Value(int place) => place == 0 ? string.Empty : header.GetProperty("values")[place - 1].GetString()!;

        string? Filled(JsonElement text, string observedText, string limitText) => text.GetString() is not { } written
            ? null
            : string.Concat(written.Select(c => c switch { '\u0001' => observedText, '\u0002' => limitText, '\u0003' => header.GetProperty("words")[numbers.Dequeue()].GetString()!, _ => c.ToString() }));
    }

    /// <summary>The rows of all findings, as table, id and name; null for those that stand for many.</summary>
    public IEnumerable<Subject?> Subjects()
    {
        (JsonElement header, JsonElement schools) = (Header("findings"), Header("schools"));
        (int[] tables, int[] rowSchools, int[] ids, int[] names) = (Column("findings", "rowTable"), Column("findings", "rowSchool"), Column("findings", "rowId"), Column("findings", "rowName"));
        foreach (int place in Column("findings", "subject"))
        {
            int row = place - 1;
            yield return row < 0 ? null : new Subject(
                header.GetProperty("rowTables")[tables[row]].GetString()!, Part(ids[row], row, "schoolIds"), names[row] == 0 ? null : Part(names[row] - 1, row, "schoolNames"));
        }

        string Part(int code, int row, string list) =>
            (code % 2 == 1 ? schools.GetProperty(list)[rowSchools[row] - 1].GetString() : string.Empty) + header.GetProperty("rowParts")[code / 2].GetString();
    }

    private static int[] Numbers(byte[] bytes, int at, int count, bool isDelta)
    {
        int[] numbers = new int[count];
        long before = 0;
        for (int i = 0; i < count; i++)
        {
            long code = 0;
            for (int shift = 0; ; shift += 7)
            {
                code |= (long)(bytes[at] & 0x7f) << shift;
                if (bytes[at++] < 0x80) break;
            }

            long number = (code >> 1) ^ -(code & 1);
            numbers[i] = (int)(before = isDelta ? before + number : number);
        }

        return numbers;
    }

    private byte[] Unpacked(string block)
    {
        using ZLibStream packed = new(new MemoryStream(Convert.FromBase64String(Letters(block))), CompressionMode.Decompress);
        using MemoryStream all = new();
        packed.CopyTo(all);
        return all.ToArray();
    }

    private string Letters(string block) => Between($"<script type=\"application/octet-stream;base64\" id=\"data-{block}\">", "</script>");

    private string Between(string before, string after)
    {
        int start = Text.IndexOf(before, StringComparison.Ordinal) + before.Length;
        Assert.True(start >= before.Length, before);
        return Text[start..Text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
