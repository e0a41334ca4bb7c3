using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>The id of the row.</summary>
/// <param name="name">The key.</param>
internal sealed class IdKey(string name) : RowKey(name)
{
    public override RowKeyRole Role => RowKeyRole.Id;

    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        int taken = IdText.Read(ref at, out ReadOnlySpan<byte> id);
        return taken > 0 && row.TryIdentify(id) ? taken : 0;
    }
}
