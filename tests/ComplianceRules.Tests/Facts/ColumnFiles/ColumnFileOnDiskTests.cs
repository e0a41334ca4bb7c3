using ComplianceRules.Diagnostics;
using ComplianceRules.Facts;

namespace ComplianceRules.Tests.Facts;

/// <summary>Column files as files: mapped, replaced, refused.</summary>
public sealed class ColumnFileOnDiskTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("compliance-rules");

    private string Target => Path.Combine(_folder.FullName, "s.crcol");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_file_is_mapped_and_gives_what_was_written()
    {
        ColumnFileWriter.Write(ColumnFile.Small(), Target);
        Assert.Equal(ColumnFile.Of(ColumnFile.Small()), File.ReadAllBytes(Target));
        Assert.Equal(ColumnFile.TextOf(ColumnFile.Small()), ColumnFile.TextOf(Read().Value));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void Columns_stay_mapped_as_long_as_one_of_them_is_held()
    {
        ColumnFileWriter.Write(ColumnFile.Small(), Target);
        NumberColumn column = (NumberColumn)Read().Value.Table("class").Column("enrolment")!;
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.Equal(45, column[0]);
    }

    [Fact]
    public void A_file_that_is_replaced_while_it_is_mapped_stays_what_it_was()
    {
        ColumnFileWriter.Write(ColumnFile.Small(), Target);
        Snapshot read = Read().Value;
        ColumnFileWriter.Write(SampleFacts.Read(SampleFacts.Snapshot("\"title\":\"other\"")).Value, Target);
        Assert.Equal(ColumnFile.TextOf(ColumnFile.Small()), ColumnFile.TextOf(read));
        Assert.Equal("other", Read().Value.Title);
    }

    [Fact]
    public void A_file_cannot_be_opened_for_writing_while_it_is_mapped()
    {
        ColumnFileWriter.Write(ColumnFile.Small(), Target);
        Snapshot read = Read().Value;
        Assert.Throws<IOException>(() => File.OpenWrite(Target));
        GC.KeepAlive(read);
    }

    [Fact]
    public void Damaged_and_empty_files_are_refused_and_let_go()
    {
        File.WriteAllBytes(Target, []);
        Assert.Equal("CR4150", Read().Diagnostics.Codes());
        byte[] file = ColumnFile.Of(ColumnFile.Small());
        File.WriteAllBytes(Target, file[..^1]);
        Assert.Equal("CR4152", Read().Diagnostics.Codes());
        file[200] ^= 4;
        File.WriteAllBytes(Target, file);
        Assert.Equal("CR4153", Read().Diagnostics.Codes());
        File.Delete(Target);
        Assert.Throws<FileNotFoundException>(() => Read());
        Assert.Throws<IOException>(() => new ColumnFileSnapshotSource(_folder.FullName).Read(SampleFacts.Schema, new SnapshotOptions(), default));
    }

    [Fact]
    public void What_fails_leaves_the_old_file_and_no_draft()
    {
        ColumnFileWriter.Write(ColumnFile.Small(), Target);
        byte[] before = File.ReadAllBytes(Target);
        SnapshotBuilder builder = new(SampleFacts.Schema, new SnapshotOptions());
        builder.Describe(null, "\ud800");
        Assert.ThrowsAny<ArgumentException>(() => ColumnFileWriter.Write(builder.Build().Value, Target));
        Assert.Equal(before, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_an_exception_and_made_by_nobody()
    {
        Assert.Throws<DirectoryNotFoundException>(() => ColumnFileWriter.Write(ColumnFile.Small(), Path.Combine(_folder.FullName, "no", "s.crcol")));
        Assert.Empty(_folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_stream_that_can_neither_seek_nor_give_all_at_once_is_read()
    {
        byte[] file = ColumnFile.Of(ColumnFile.Small());
        Checked<Snapshot> read = new ColumnFileSnapshotSource(() => new DrippingStream(file), "x").Read(SampleFacts.Schema, new SnapshotOptions(), default);
        Assert.Equal(ColumnFile.TextOf(ColumnFile.Small()), ColumnFile.TextOf(read.Value));
    }

    [Fact]
    public void Reading_can_be_stopped()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        ColumnFileWriter.Write(ColumnFile.Small(), Target);
        Assert.Throws<OperationCanceledException>(() => new ColumnFileSnapshotSource(Target).Read(SampleFacts.Schema, new SnapshotOptions(), stop.Token));
    }

    [Fact]
    public void Writing_that_is_stopped_leaves_the_old_file_and_no_draft()
    {
        using CancellationTokenSource stop = new();
        ColumnFileWriter.Write(ColumnFile.Small(), Target);
        byte[] before = File.ReadAllBytes(Target);
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => ColumnFileWriter.Write(ColumnFile.Small(), Target, stop.Token));
        Assert.Equal(before, File.ReadAllBytes(Target));
        Assert.Equal([Target], Directory.GetFiles(_folder.FullName));
    }

    [Fact]
    public void Writing_ends_before_the_next_block_once_it_is_stopped()
    {
        using CancellationTokenSource stop = new();
        using StoppingStream output = new(stop);
        Assert.Throws<OperationCanceledException>(() => ColumnFileWriter.Write(ColumnFile.Small(), output, stop.Token));
        Assert.Equal(1, output.Writes);
    }

    private Checked<Snapshot> Read() => new ColumnFileSnapshotSource(Target).Read(SampleFacts.Schema, new SnapshotOptions(), default);

    private sealed class StoppingStream(CancellationTokenSource stop) : MemoryStream
    {
        public int Writes { get; private set; }

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            Writes++;
            stop.Cancel();
        }
    }
}
