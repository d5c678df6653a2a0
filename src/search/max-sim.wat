;; Dot products of packed token vectors with question vectors; the inner loop of late interaction.
;; Built into max-sim-wasm.ts by `npm run build:wasm`; a test holds the two against each other.
(module
  (memory (export "memory") 4)
  ;; codes: packed tokens, `stride` bytes apart, the 3-bit codes `header` bytes behind each start (see token-codes.ts);
  ;; dimensions: a multiple of 128;  levels: 16 int8, what each code stands for;  scratch: room for `dimensions` int16
  ;; questions: `questionCount` × `dimensions` int16;  out: `tokens` × `questionCount` int32
  (func (export "dotTokens")
    (param $codes i32) (param $tokens i32) (param $stride i32) (param $header i32)
    (param $levels i32) (param $scratch i32)
    (param $questions i32) (param $questionCount i32) (param $dimensions i32) (param $out i32)
    (local $token i32) (local $from i32) (local $to i32) (local $end i32)
    (local $question i32) (local $a i32) (local $b i32)
    (local $table v128) (local $low v128) (local $high v128) (local $half v128) (local $sum v128)
    (local.set $table (v128.load (local.get $levels)))
    (local.set $end (i32.add (local.get $scratch) (i32.shl (local.get $dimensions) (i32.const 1))))
    (block $done (loop $nextToken
      (br_if $done (i32.ge_u (local.get $token) (local.get $tokens)))
      ;; unpack one token into int16: 128 dimensions at a time, 16 of them from each shift of the two planes
      (local.set $from (i32.add (local.get $codes) (local.get $header)))
      (local.set $to (local.get $scratch))
      (loop $unpack
        (local.set $high (v128.load offset=32 (local.get $from)))
        (local.set $low (v128.load offset=0 (local.get $from)))
        (local.set $half (i8x16.swizzle (local.get $table) (v128.or
          (v128.and (local.get $low) (i8x16.splat (i32.const 3)))
          (v128.and (i8x16.shl (local.get $high) (i32.const 2)) (i8x16.splat (i32.const 4))))))
        (v128.store offset=0 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
        (v128.store offset=16 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
        (local.set $half (i8x16.swizzle (local.get $table) (v128.or
          (v128.and (i8x16.shr_u (local.get $low) (i32.const 2)) (i8x16.splat (i32.const 3)))
          (v128.and (i8x16.shl (local.get $high) (i32.const 1)) (i8x16.splat (i32.const 4))))))
        (v128.store offset=32 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
        (v128.store offset=48 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
        (local.set $half (i8x16.swizzle (local.get $table) (v128.or
          (v128.and (i8x16.shr_u (local.get $low) (i32.const 4)) (i8x16.splat (i32.const 3)))
          (v128.and (local.get $high) (i8x16.splat (i32.const 4))))))
        (v128.store offset=64 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
        (v128.store offset=80 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
        (local.set $half (i8x16.swizzle (local.get $table) (v128.or
          (v128.and (i8x16.shr_u (local.get $low) (i32.const 6)) (i8x16.splat (i32.const 3)))
          (v128.and (i8x16.shr_u (local.get $high) (i32.const 1)) (i8x16.splat (i32.const 4))))))
        (v128.store offset=96 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
        (v128.store offset=112 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
        (local.set $low (v128.load offset=16 (local.get $from)))
        (local.set $half (i8x16.swizzle (local.get $table) (v128.or
          (v128.and (local.get $low) (i8x16.splat (i32.const 3)))
          (v128.and (i8x16.shr_u (local.get $high) (i32.const 2)) (i8x16.splat (i32.const 4))))))
        (v128.store offset=128 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
        (v128.store offset=144 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
        (local.set $half (i8x16.swizzle (local.get $table) (v128.or
          (v128.and (i8x16.shr_u (local.get $low) (i32.const 2)) (i8x16.splat (i32.const 3)))
          (v128.and (i8x16.shr_u (local.get $high) (i32.const 3)) (i8x16.splat (i32.const 4))))))
        (v128.store offset=160 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
        (v128.store offset=176 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
        (local.set $half (i8x16.swizzle (local.get $table) (v128.or
          (v128.and (i8x16.shr_u (local.get $low) (i32.const 4)) (i8x16.splat (i32.const 3)))
          (v128.and (i8x16.shr_u (local.get $high) (i32.const 4)) (i8x16.splat (i32.const 4))))))
        (v128.store offset=192 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
        (v128.store offset=208 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
        (local.set $half (i8x16.swizzle (local.get $table) (v128.or
          (v128.and (i8x16.shr_u (local.get $low) (i32.const 6)) (i8x16.splat (i32.const 3)))
          (v128.and (i8x16.shr_u (local.get $high) (i32.const 5)) (i8x16.splat (i32.const 4))))))
        (v128.store offset=224 (local.get $to) (i16x8.extend_low_i8x16_s (local.get $half)))
        (v128.store offset=240 (local.get $to) (i16x8.extend_high_i8x16_s (local.get $half)))
        (local.set $from (i32.add (local.get $from) (i32.const 48)))
        (local.set $to (i32.add (local.get $to) (i32.const 256)))
        (br_if $unpack (i32.lt_u (local.get $to) (local.get $end))))
      ;; multiply it with each question vector
      (local.set $question (i32.const 0))
      (local.set $b (local.get $questions))
      (block $lastQuestion (loop $nextQuestion
        (br_if $lastQuestion (i32.ge_u (local.get $question) (local.get $questionCount)))
        (local.set $sum (v128.const i64x2 0 0))
        (local.set $a (local.get $scratch))
        (loop $multiply
          (local.set $sum (i32x4.add (local.get $sum)
            (i32x4.add
              (i32x4.add
                (i32x4.dot_i16x8_s (v128.load (local.get $a)) (v128.load (local.get $b)))
                (i32x4.dot_i16x8_s (v128.load offset=16 (local.get $a)) (v128.load offset=16 (local.get $b))))
              (i32x4.add
                (i32x4.dot_i16x8_s (v128.load offset=32 (local.get $a)) (v128.load offset=32 (local.get $b)))
                (i32x4.dot_i16x8_s (v128.load offset=48 (local.get $a)) (v128.load offset=48 (local.get $b)))))))
          (local.set $a (i32.add (local.get $a) (i32.const 64)))
          (local.set $b (i32.add (local.get $b) (i32.const 64)))
          (br_if $multiply (i32.lt_u (local.get $a) (local.get $end))))
        (i32.store (local.get $out)
          (i32.add
            (i32.add (i32x4.extract_lane 0 (local.get $sum)) (i32x4.extract_lane 1 (local.get $sum)))
            (i32.add (i32x4.extract_lane 2 (local.get $sum)) (i32x4.extract_lane 3 (local.get $sum)))))
        (local.set $out (i32.add (local.get $out) (i32.const 4)))
        (local.set $question (i32.add (local.get $question) (i32.const 1)))
        (br $nextQuestion)))
      (local.set $codes (i32.add (local.get $codes) (local.get $stride)))
      (local.set $token (i32.add (local.get $token) (i32.const 1)))
      (br $nextToken)))))
