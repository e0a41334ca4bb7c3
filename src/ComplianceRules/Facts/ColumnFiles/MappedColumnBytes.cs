using System.IO.MemoryMappedFiles;
using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>A column file as the system shows it in memory: nothing is copied.</summary>
/// <remarks>It stays mapped until nothing holds it any more. A span does not hold it, so whoever works on spans keeps the snapshot alive meanwhile.</remarks>
internal sealed unsafe class MappedColumnBytes : ColumnBytes
{
    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private byte* _start;

    private MappedColumnBytes(MemoryMappedFile file, long length)
    {
        _file = file;
        _view = file.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        Length = length;
    }

    ~MappedColumnBytes() => Release();

    public override long Length { get; }

    /// <summary>Maps a file and takes it over: it is closed with the map.</summary>
    /// <param name="stream">The file, not empty; nobody who asks the system first may write to it as long as it is open.</param>
    public static MappedColumnBytes Of(FileStream stream)
    {
        MemoryMappedFile file = MemoryMappedFile.CreateFromFile(stream, null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: false);
        try
        {
            return new MappedColumnBytes(file, stream.Length);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    public override void Dispose()
    {
        Release();
        _view.Dispose();
        _file.Dispose();
        GC.SuppressFinalize(this);
    }

    protected override ref byte At(long offset, long length) => ref Unsafe.AsRef<byte>(_start + offset);

    private void Release()
    {
        if (_start is null) return;
        _start = null;
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
    }
}
