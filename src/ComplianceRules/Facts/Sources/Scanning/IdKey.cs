using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>The id of the row.</summary>
/// <param name="name">The key.</param>
/// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
internal sealed class IdKey(string name, byte lineFeed) : RowKey(name)
{
    public override RowKeyRole Role => RowKeyRole.Id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = IdText.Read(ref at, lineFeed, out ReadOnlySpan<byte> id);
        return taken > 0 && row.TryIdentify(id) ? -taken : 0;
    }
}
