using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace JointWatch.Firmware.Tests.BoardBuild;

/// <summary>
/// How large nanoFramework's metadata processor makes an assembly, from above: records of fixed sizes (nanoframework/metadata-processor,
/// MetadataProcessor.Shared/Tables, June 2025), byte code with tokens of two bytes, each name and text once. What it saves further, the names that
/// every nanoCLR knows and signatures that lie in others, comes to some 2 % and is not counted.
/// </summary>
internal static class FlashImage
{
    private const int HeaderBytes = 124;
    private const int ReferenceBytes = 8;
    private const int TypeBytes = 24;
    private const int FieldBytes = 8;
    private const int MethodBytes = 16;
    private const int HandlerBytes = 12;

    public static int MostBytes(ModuleDefinition module)
    {
        HashSet<string> texts = [""];
        Dictionary<string, int> signatures = [];
        int bytes = HeaderBytes;
        foreach (TypeDefinition type in module.GetTypes().Where(t => t.Name != "<Module>"))
        {
            bytes += TypeBytes;
            texts.UnionWith([type.Namespace, type.Name]);
            foreach (FieldDefinition field in type.Fields.Where(f => !f.IsLiteral))
            {
                bytes += FieldBytes + (field.InitialValue.Length > 0 ? 2 + field.InitialValue.Length : 0);
                texts.Add(field.Name);
                Sign("field", 1, [field.FieldType]);
            }

            foreach (MethodDefinition method in type.Methods)
            {
                bytes += MethodBytes + (method.HasBody ? CodeBytes(method.Body) : 0);
                texts.Add(method.Name);
                Sign("method", 2, [method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)]);
                if (method.HasBody)
                {
                    Sign("locals", 0, method.Body.Variables.Select(v => v.VariableType));
                    texts.UnionWith(method.Body.Instructions.Select(i => i.Operand).OfType<string>());
                }
            }
        }

        foreach (TypeReference type in module.GetTypeReferences())
        {
            bytes += ReferenceBytes;
            texts.UnionWith([type.Namespace, type.Name]);
        }

        foreach (MemberReference member in module.GetMemberReferences())
        {
            bytes += ReferenceBytes;
            texts.Add(member.Name);
            if (member is MethodReference method)
            {
                Sign("method", 2, [method.ReturnType, .. method.Parameters.Select(p => p.ParameterType)]);
            }
        }

        return bytes + signatures.Values.Sum() + texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 1);

        void Sign(string kind, int head, IEnumerable<TypeReference> types) =>
            signatures[kind + " " + string.Join(' ', types.Select(t => t.FullName))] = head + types.Sum(SignedBytes);
    }

    private static int SignedBytes(TypeReference type) => type switch
    {
        ArrayType array => 1 + SignedBytes(array.ElementType),
        ByReferenceType reference => 1 + SignedBytes(reference.ElementType),
        { IsPrimitive: true } or { MetadataType: MetadataType.Void or MetadataType.String or MetadataType.Object } => 1,
        _ => 3,
    };

    private static int CodeBytes(MethodBody body) =>
        body.Instructions.Sum(i => i.OpCode.Size + OperandBytes(i)) + (body.HasExceptionHandlers ? 1 + (body.ExceptionHandlers.Count * HandlerBytes) : 0);

    private static int OperandBytes(Instruction instruction) => instruction.OpCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar or OperandType.ShortInlineArg => 1,
        OperandType.InlineI or OperandType.ShortInlineR or OperandType.InlineTok => 4,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 1 + (2 * ((Instruction[])instruction.Operand).Length),
        _ => 2,
    };
}
