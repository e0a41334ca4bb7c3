using System.Runtime.CompilerServices;

namespace ComplianceRules.Facts;

/// <summary>The id of the row above, for rows that stand below no other; taken where that row is there already and its id says all.</summary>
/// <param name="name">The key.</param>
/// <param name="above">The rows above.</param>
/// <param name="lineFeed">The line feed where it is a blank; another blank where it ends the line.</param>
internal sealed class ParentKey(string name, RowStore above, byte lineFeed) : RowKey(name)
{
    [MethodImpl(MethodImplOptions.NoInlining)]
    public override int Read(ref byte at, OpenRow row)
    {
        if (row.Parent >= 0) return 0;
        int taken = IdText.Read(ref at, lineFeed, out ReadOnlySpan<byte> id);
        if (taken == 0) return JsonText.Null(ref at);
        int parent = above.Find(id, -1);
        if (parent < 0) return 0;
        row.NameParent(parent);
        return taken;
    }
}
