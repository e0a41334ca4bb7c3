using System.Buffers.Binary;
using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Column files in memory.</summary>
internal static class ColumnFile
{
    public const string Name = "s.crcol";

    public const string Everything = """
        "date":"2026-09-01","title":"沂源 2026","covers":["370322"],"colour":1,
        "calendar":{"terms":[{"schoolYear":"2026","term":1,"from":"2026-09-01","to":"2027-01-22"}],"daysOff":["2026-10-01"],"workingDaysInstead":["2026-10-10"],"teachingMonthMinDays":10},
        "schools":[
          {"id":"s1","name":"一中","region":"370322","boarding":true,"stages":["primary","junior"],"packs":["own.school","other"],
           "classes":[{"id":"1","grade":3,"enrolment":45,"share":0.3,"height":1.55,"ends":"00:30","starts":"08:00","founded":"1998-09-01","clubs":["go","choir"],"pupils":[{"id":"p"}]},
                      {"id":"2","grade":6,"enrolment":4500,"share":"x","name":""}]},
          {"id":"学校","region":"370321","classes":null}]
        """;

    private const int ChecksumsStartAt = 32;
    private const int HeaderChecksumAt = 124;

    public static byte[] Of(Snapshot snapshot)
    {
        using MemoryStream file = new();
        ColumnFileWriter.Write(snapshot, file);
        return file.ToArray();
    }

    public static Checked<Snapshot> Read(byte[] file, FactSchema? schema = null, SnapshotOptions? options = null) =>
        new ColumnFileSnapshotSource(() => new MemoryStream(file), Name).Read(schema ?? SampleFacts.Schema, options ?? new SnapshotOptions(), CancellationToken.None);

    /// <summary>A small snapshot with a column of every kind, unusable values, a calendar, packs of a school and all that is listed.</summary>
    public static Snapshot Small() => SampleFacts.Read(SampleFacts.Snapshot(Everything)).Value;

    /// <summary>The file with checksums that fit its bytes, whatever they say.</summary>
    public static byte[] Sealed(byte[] file)
    {
        byte[] copy = [.. file];
        int end = (int)BinaryPrimitives.ReadInt64LittleEndian(copy.AsSpan(ChecksumsStartAt));
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(HeaderChecksumAt), Crc32C.Of(copy.AsSpan(0, HeaderChecksumAt)));
        int at = end;
        for (int block = 0; block < end; block += ColumnFileFormat.BlockLength, at += sizeof(uint))
            BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(at), Crc32C.Of(copy.AsSpan(block, Math.Min(ColumnFileFormat.BlockLength, end - block))));
        BinaryPrimitives.WriteUInt32LittleEndian(copy.AsSpan(at), Crc32C.Of(copy.AsSpan(end, at - end)));
        return copy;
    }

    /// <summary>All that reading a snapshot found, and what its text leaves out.</summary>
    public static string TextOf(Snapshot snapshot)
    {
        IEnumerable<string> rows = snapshot.Data.Rows.Select(r => $"{r.Key}:{r.Value}");
        IEnumerable<string> packs = Enumerable.Range(0, snapshot.Table("school").Count).Select(s => string.Join('+', snapshot.PacksOfSchool(s)));
        IEnumerable<string> places = snapshot.Data.Skipped.Concat(snapshot.Data.Issues).Select(d => $"{d.Span} {d.Span?.Length} {d.Span?.LineText} {d.ToText(TextLanguage.Chinese)}");
        return $"""
            {SnapshotText.Of(new Checked<Snapshot>(snapshot, []))}
            {string.Join(' ', rows)} {snapshot.Data.Filtered} {snapshot.Data.SchoolsWithoutRegion} {snapshot.Data.HasUnknownNames}
            {string.Join(' ', packs)}
            {string.Join('\n', places)}
            """;
    }
}
