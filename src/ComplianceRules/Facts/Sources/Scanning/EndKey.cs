namespace ComplianceRules.Facts;

/// <summary>No key: the end of the object, or what stands before its first member.</summary>
internal sealed class EndKey() : RowKey(string.Empty, RowKeyKind.End)
{
    public override RowKeyRole Role => RowKeyRole.End;

    public override int Read(ref byte at, OpenRow row) => 0;
}
